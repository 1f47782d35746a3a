package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictGeneratorTest {
  private static final GeneratorOptions DISTRICT = GeneratorOptions.of(24, 3, 1800, 2018);

  @TempDir private Path directory;

  @Test
  void sameOptionsGiveSameBytes() throws IOException {
    DistrictGenerator.generate(DISTRICT, directory.resolve("one"));
    DistrictGenerator.generate(DISTRICT, directory.resolve("two"));

    assertThat(GeneratedFiles.contents(directory.resolve("one")))
        .isEqualTo(GeneratedFiles.contents(directory.resolve("two")));
  }

  @Test
  void anotherSeedGivesOtherResults() throws IOException {
    DistrictGenerator.generate(DISTRICT, directory.resolve("one"));
    DistrictGenerator.generate(GeneratorOptions.of(24, 3, 1800, 2019), directory.resolve("two"));

    assertThat(directory.resolve("one/results-2016.csv"))
        .usingCharset("UTF-8")
        .content()
        .isNotEqualTo(Files.readString(directory.resolve("two/results-2016.csv")));
  }

  @Test
  void summaryNamesTheFilesAndCountsTheRows() throws IOException {
    GenerationSummary summary = DistrictGenerator.generate(DISTRICT, directory);

    assertThat(GeneratedFiles.contents(directory).keySet())
        .containsExactlyInAnyOrderElementsOf(summary.files());
    long rows = 0;
    for (int year = 2016; year <= 2018; year++) {
      rows += GeneratedFiles.rows(directory.resolve("results-" + year + ".csv")).size();
    }
    assertThat(summary.resultRows()).isEqualTo(rows);
    assertThat(summary.passportRows()).isEqualTo(24 * 3);
    assertThat(summary.spoiledRows()).isZero();
  }

  @Test
  void testsAboutAsManyPupilsAsWishedFor() throws IOException {
    DistrictGenerator.generate(DISTRICT, directory);

    long pupils =
        GeneratedFiles.rows(directory.resolve("results-2017.csv")).stream()
            .map(row -> row.get("Код ученика"))
            .distinct()
            .count();
    assertThat((double) pupils).isCloseTo(1800, within(0.05 * 1800));
  }

  @Test
  void theFourthGradeOfOneYearIsTheFifthOfTheNext() throws IOException {
    DistrictGenerator.generate(DISTRICT, directory);

    assertThat(pupils("results-2016.csv", "4")).isEqualTo(pupils("results-2017.csv", "5"));
  }

  private List<String> pupils(String file, String grade) throws IOException {
    return GeneratedFiles.rows(directory.resolve(file)).stream()
        .filter(row -> row.get("Класс").equals(grade))
        .map(row -> row.get("Код ученика"))
        .distinct()
        .toList();
  }

  @Test
  void schoolCodesAreDistinctAndBeginWithZero() throws IOException {
    DistrictGenerator.generate(GeneratorOptions.of(1200, 1, 30_000, 1), directory);

    List<String> codes = column("schools.csv", "Код школы");
    assertThat(codes).hasSize(1200).doesNotHaveDuplicates().allMatch(code -> code.startsWith("0"));
  }

  @Test
  void regionHasMunicipalitiesOfAboutThirtySchoolsWithDistinctNames() throws IOException {
    DistrictGenerator.generate(GeneratorOptions.of(1200, 1, 30_000, 1), directory);

    Map<String, Long> sizes =
        column("schools.csv", "Муниципалитет").stream()
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    assertThat(sizes.values()).allMatch(size -> size >= 25 && size <= 40);
    List<String> namesWithPlace =
        GeneratedFiles.rows(directory.resolve("schools.csv")).stream()
            .map(row -> row.get("Муниципалитет") + " " + row.get("Наименование"))
            .toList();
    assertThat(namesWithPlace).doesNotHaveDuplicates();
  }

  @Test
  void basicSchoolsSitNoStateExamination() throws IOException {
    DistrictGenerator.generate(DISTRICT, directory);

    var basic = new TreeSet<String>();
    for (Map<String, String> row : GeneratedFiles.rows(directory.resolve("schools.csv"))) {
      if (row.get("Наименование").contains("основная")) {
        basic.add(row.get("Код школы"));
      }
    }
    assertThat(basic).isNotEmpty();
    assertThat(GeneratedFiles.rows(directory.resolve("results-2016.csv")))
        .filteredOn(row -> row.get("Процедура").equals("ЕГЭ"))
        .noneMatch(row -> basic.contains(row.get("Код школы")));
  }

  @Test
  void scoresLieOnTheirScaleAndMarksFollowThem() throws IOException {
    DistrictGenerator.generate(DISTRICT, directory);

    for (Map<String, String> row : GeneratedFiles.rows(directory.resolve("results-2016.csv"))) {
      Exam exam = exam(row);
      if (row.get("Балл").isEmpty()) {
        assertThat(row.get("Отметка")).as("mark of an absent pupil").isEmpty();
        continue;
      }
      int score = Integer.parseInt(row.get("Балл"));
      assertThat(score).isBetween(0, exam.maximum);
      assertThat(row.get("Отметка"))
          .as("mark of %s", row)
          .isEqualTo(exam.marked() ? Integer.toString(exam.mark(score)) : "");
    }
  }

  private static Exam exam(Map<String, String> row) {
    for (Exam exam : Exam.values()) {
      if (exam.procedure.equals(row.get("Процедура"))
          && exam.subject.equals(row.get("Предмет"))
          && Integer.toString(exam.grade).equals(row.get("Класс"))) {
        return exam;
      }
    }
    throw new AssertionError("no such examination: " + row);
  }

  @Test
  void refusesToReplaceAFileUnlessAsked() throws IOException {
    Files.writeString(directory.resolve("schools.csv"), "mine");

    assertThatThrownBy(() -> DistrictGenerator.generate(DISTRICT, directory))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("schools.csv");
    assertThat(directory.resolve("schools.csv")).hasContent("mine");

    DistrictGenerator.generate(DISTRICT.withOverwrite(), directory);
    assertThat(column("schools.csv", "Код школы")).hasSize(24);
  }

  @Test
  void refusesADirectoryWithResultsOfOtherYears() throws IOException {
    Files.writeString(directory.resolve("results-1999.csv"), "mine");

    assertThatThrownBy(() -> DistrictGenerator.generate(DISTRICT.withOverwrite(), directory))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("results-1999.csv");
  }

  private List<String> column(String file, String header) throws IOException {
    return GeneratedFiles.rows(directory.resolve(file)).stream()
        .map(row -> row.get(header))
        .toList();
  }
}
