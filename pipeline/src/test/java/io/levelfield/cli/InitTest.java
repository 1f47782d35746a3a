package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.study.ResultsInput.Shape;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that init writes runs once the questions in it are answered, and only they. */
class InitTest {
  private static final Path SAMPLES = Path.of("../data-samples");
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  @TempDir private Path directory;

  /** The study for files, with the questions answered that have no proposal. */
  private Study answered(String language, List<Path> files) throws IOException {
    Path study = directory.resolve("office.yaml");
    List<String> arguments =
        new ArrayList<>(List.of("init", "--out", study.toString(), "--language", language));
    files.forEach(file -> arguments.add(file.toString()));
    Invocation init = Invocation.of(arguments.toArray(String[]::new));
    assertThat(init.code()).as(init.err()).isZero();

    String marker = language.equals("ru") ? "# ВОПРОС:" : "# QUESTION:";
    List<String> lines = Files.readAllLines(study);
    assertThat(lines.get(0)).isEqualTo("# yaml-language-server: $schema=study.schema.json");
    assertThat(directory.resolve("study.schema.json"))
        .hasSameTextualContentAs(Path.of("../configs/study.schema.json"));
    assertThat(init.out()).contains(told(lines, marker));
    Files.write(study, lines.stream().map(line -> answer(line, marker)).toList());

    Invocation check = Invocation.of("check", study.toString());
    assertThat(check.code()).as(check.out() + check.err()).isZero();
    String open =
        language.equals("ru")
            ? "вопросов, оставшихся в исследовании: "
            : "left open in the study: ";
    long left =
        Files.readAllLines(study).stream().skip(4).filter(line -> line.contains(marker)).count();
    if (left > 0) {
      assertThat(check.out()).contains(open + left + " (");
    } else {
      assertThat(check.out()).doesNotContain(open);
    }
    return StudyLoader.load(study, List.of());
  }

  /** Every question stands on the console with the number of its line. */
  private static List<String> told(List<String> lines, String marker) {
    List<String> numbers = new ArrayList<>();
    for (int i = 4; i < lines.size(); i++) {
      if (lines.get(i).contains(marker)) {
        numbers.add("\n  " + (i + 1) + ": ");
      }
    }
    return numbers;
  }

  private static String answer(String line, String marker) {
    return line.replaceFirst("year: +" + marker + ".*", "year: 2018")
        .replaceFirst("cut: +" + marker + ".*", "cut: 50")
        .replaceFirst("(mean|score): +" + marker + ".*", "$1: attain");
  }

  private static List<Path> csv(String sample) throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(sample))) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content);
  }

  @Test
  void readsTheExportsOfARussianOffice() throws IOException {
    Study study = answered("ru", csv("safonovo"));
    Study own = StudyLoader.load(SAMPLES.resolve("safonovo/study.yaml"), List.of());

    assertThat(study.inputs().results()).hasSize(1);
    assertThat(study.inputs().results().get(0).path())
        .endsWith("safonovo/results-{2016,2017,2018}.csv");
    assertThat(study.inputs().results().get(0).columns())
        .isEqualTo(own.inputs().results().get(0).columns());
    assertThat(study.inputs().schools().get(0).columns())
        .isEqualTo(own.inputs().schools().get(0).columns());
    assertThat(study.inputs().support().get(0).columns())
        .isEqualTo(own.inputs().support().get(0).columns());
    assertThat(study.inputs().staff().get(0).columns())
        .isEqualTo(own.inputs().staff().get(0).columns());
    assertThat(study.inputs().climate().get(0).columns())
        .isEqualTo(own.inputs().climate().get(0).columns());
    assertThat(study.inputs().conditions().get(0).columns())
        .isEqualTo(own.inputs().conditions().get(0).columns());
    assertThat(study.inputs().minimums().get(0).columns().minimum()).isEqualTo("Минимальный балл");
    assertThat(study.inputs().context().get(0).dialect().charset()).contains("windows-1251");
    Map<String, io.levelfield.study.Indicator> proposed =
        study.contextIndex().orElseThrow().indicators();
    own.contextIndex()
        .orElseThrow()
        .indicators()
        .values()
        .forEach(
            indicator ->
                assertThat(proposed.values())
                    .anySatisfy(
                        other -> {
                          assertThat(other.direction()).isEqualTo(indicator.direction());
                          assertThat(other.column()).isEqualTo(indicator.column());
                          assertThat(other.count()).isEqualTo(indicator.count());
                          assertThat(other.denominator()).isEqualTo(indicator.denominator());
                        }));
  }

  @Test
  void countsOfChildrenAreSetBesideAllPupils() throws IOException {
    StringBuilder passport =
        new StringBuilder(
            "Код ОО;Год;Всего обучающихся, чел.;Кол-во детей из малообеспеченных семей, чел.;"
                + "Численность детей из неполных семей, чел.\n");
    StringBuilder results =
        new StringBuilder("Код ОО;Год;Процедура;Предмет;Участников;Не преодолели порог\n");
    for (int school = 1; school <= 8; school++) {
      // Whether few or many are poor has nothing to do with the size of the school.
      passport.append(
          "%d;2018;%d;%d;%d\n".formatted(school, 80 * school, 70 - 6 * school, 20 + school));
      results.append("%d;2018;ОГЭ;математика;%d;%d\n".formatted(school, 10 + school, school % 4));
    }
    Study study =
        answered(
            "ru",
            List.of(
                file("passport.csv", passport.toString().getBytes(StandardCharsets.UTF_8)),
                file("results.csv", results.toString().getBytes(StandardCharsets.UTF_8))));

    var indicators = study.contextIndex().orElseThrow().indicators();
    assertThat(indicators).containsOnlyKeys("low_income", "single_parent");
    assertThat(indicators.values())
        .allSatisfy(
            own -> {
              assertThat(own.count()).isPresent();
              assertThat(own.denominator()).contains("Всего обучающихся, чел.");
            });
  }

  @Test
  void readsACensusOfSchoolsInOneFile() throws IOException {
    Study study = answered("en", csv("california-api"));

    var columns = study.inputs().results().get(0).columns();
    assertThat(study.inputs().results().get(0).shape()).isEqualTo(Shape.MEANS);
    assertThat(columns.mean()).contains("api00");
    assertThat(columns.participants().orElseThrow().column()).contains("api_stu");
    assertThat(study.inputs().schools().get(0).columns().municipality()).contains("dname");
    // They are per cent of pupils, not pupils.
    assertThat(study.contextIndex().orElseThrow().indicators().get("subsidised_meals").column())
        .contains("meals");
  }

  @Test
  void findsTheContextInRowsOfPupilsAndOfSchools() throws IOException {
    Study study = answered("en", csv("high-school-and-beyond"));

    assertThat(study.inputs().results().get(0).shape()).isEqualTo(Shape.PUPILS);
    assertThat(study.inputs().results().get(0).columns().score()).contains("mAch");
    assertThat(study.inputs().context()).hasSize(2);
    assertThat(study.contextIndex().orElseThrow().indicators().get("minority").equals())
        .contains("Yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"star_pupils", "exam_london", "star_grade1"})
  void readsFilesThatNobodyPrepared(String name) throws IOException {
    Study study = answered("en", List.of(REFERENCE.resolve(name + ".csv")));

    assertThat(study.inputs().results()).hasSize(1);
  }

  @Test
  void readsAWideTableOfTheOldWindowsBelowATitle() throws IOException {
    StringBuilder table =
        new StringBuilder("Результаты ОГЭ;;;\n2019 год, весна;;;\nКод школы;Район;")
            .append("Средний балл математика;Средний балл русский язык;Писали математика\n");
    for (int school = 1; school <= 12; school++) {
      table.append(
          "0%02d;Северный;%d,%d;2%d,5;%d\n"
              .formatted(school, school, school % 7 + 1, school % 5, 20 + school));
    }
    Study study =
        answered(
            "ru",
            List.of(file("итоги.csv", table.toString().getBytes(Charset.forName("windows-1251")))));

    var results = study.inputs().results().get(0);
    assertThat(results.shape()).isEqualTo(Shape.MEANS);
    assertThat(results.columns().means().orElseThrow().columns())
        .containsEntry("математика", "Средний балл математика")
        .containsEntry("русский язык", "Средний балл русский язык");
    assertThat(results.constants().procedure()).contains("ОГЭ");
    assertThat(results.constants().year()).hasValue(2019);
  }

  /** Marks by their numbers, below a name that stands over all four. */
  @Test
  void readsMarksBelowAHeadingOfTwoLines() throws IOException {
    StringBuilder table =
        new StringBuilder("Результаты ВПР за 2018 год;;;;;;;\n")
            .append("Код ОО;Класс;Предмет;Кол-во участников;Отметки, чел.;;;\n;;;;2;3;4;5\n");
    for (int school = 1; school <= 12; school++) {
      table.append(
          "0%02d;4;Математика;%d;1;%d;4;%d\n"
              .formatted(school, school % 4 + 6 + school % 3, school % 4 + 1, school % 3));
    }
    Study study =
        answered("ru", List.of(file("ВПР.csv", table.toString().getBytes(StandardCharsets.UTF_8))));

    var results = study.inputs().results().get(0);
    assertThat(results.shape()).isEqualTo(Shape.MARKS);
    assertThat(results.columns().marks().orElseThrow().columns())
        .containsExactly(
            Map.entry("2", "2"), Map.entry("3", "3"), Map.entry("4", "4"), Map.entry("5", "5"));
  }

  /** A column of which only the user knows the direction is asked about, of every year. */
  @Test
  void asksAboutAnIndicatorThatPassportsOfSeveralYearsHave() throws IOException {
    List<Path> passports = new ArrayList<>();
    for (int year : new int[] {2018, 2019}) {
      StringBuilder table =
          new StringBuilder("Код ОО;Неполные семьи, %;Семьи участников СВО;Кружков в школе\n");
      for (int school = 1; school <= 12; school++) {
        table.append("0%02d;%d,5;%d;%d\n".formatted(school, 20 + school, school % 5, school % 3));
      }
      String own =
          year == 2018 ? table.toString() : table.toString().replace(";Кружков", ";Секций");
      passports.add(file("Паспорт " + year + ".csv", own.getBytes(StandardCharsets.UTF_8)));
    }
    Path study = directory.resolve("study.yaml");
    List<String> arguments = new ArrayList<>(List.of("init", "--language", "ru"));
    passports.forEach(path -> arguments.add(path.toString()));
    arguments.addAll(List.of("--out", study.toString()));
    Invocation.of(arguments.toArray(String[]::new));

    assertThat(Files.readString(study))
        .contains("column: Семьи участников СВО", "# ВОПРОС: чем больше «Семьи участников СВО»")
        .contains("# не читаются столбцы: Кружков в школе")
        .contains("# не читаются столбцы: Секций в школе")
        .doesNotContain("indicators: [");
  }

  @Test
  void readsAWorkbookWithItsPassportsOnASheetOfTheirOwn() throws IOException {
    Path book = directory.resolve("отчёт.xlsx");
    try (OutputStream out = Files.newOutputStream(book);
        var workbook = new Workbook(out, "test", "1.0")) {
      Worksheet results = workbook.newWorksheet("ЕГЭ");
      row(results, 0, "Код ОО", "Год", "Предмет", "Участников", "Не сдали");
      Worksheet passports = workbook.newWorksheet("Паспорта");
      row(passports, 0, "Код ОО", "Год", "Семей", "Неполные семьи", "Доля детей с ОВЗ, %");
      for (int school = 1; school <= 12; school++) {
        String code = "0" + (100 + school);
        row(results, school, code, 2021, "химия", 20 + school, school % 4);
        row(passports, school, code, 2021, 100 + school, 10 + school, school == 3 ? -99 : school);
      }
    }
    Study study = answered("ru", List.of(book));

    assertThat(study.inputs().results().get(0).shape()).isEqualTo(Shape.COUNTS);
    assertThat(study.inputs().results().get(0).dialect().sheet()).contains("ЕГЭ");
    assertThat(study.inputs().results().get(0).columns().belowMinimum().orElseThrow().column())
        .contains("Не сдали");
    var indicators = study.contextIndex().orElseThrow().indicators();
    assertThat(indicators.get("single_parent").denominator()).contains("Семей");
    assertThat(indicators.get("special_needs").unknown().values()).containsExactly("-99");
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else {
        sheet.value(row, i, cells[i].toString());
      }
    }
  }

  @Test
  void readsPackedFilesThatTellTheirDelimiterAndNamesNoMinimum() throws IOException {
    StringBuilder table = new StringBuilder("sep=|\nlearner|school code|score\n");
    for (int pupil = 0; pupil < 240; pupil++) {
      table.append("%d|s%02d|%d\n".formatted(pupil, pupil % 12, 10 + pupil % 31));
    }
    Path packed = directory.resolve("exam.csv.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(table.toString().getBytes(StandardCharsets.UTF_8));
    }
    Study study = answered("en", List.of(packed));

    assertThat(study.inputs().results().get(0).columns().score()).contains("score");
    assertThat(study.inputs().minimums()).isEmpty();
    assertThat(directory.resolve("office.yaml")).content().contains("#minimums:");
  }

  @Test
  void asksForTheResultWhereNoHeaderSpeaksOfOne() throws IOException {
    StringBuilder table = new StringBuilder("school,attain,size\n");
    for (int school = 0; school < 12; school++) {
      table.append("%d,%d.5,%d\n".formatted(school + 1, 30 + school, 100 + school));
    }
    Study study =
        answered("en", List.of(file("t.csv", table.toString().getBytes(StandardCharsets.UTF_8))));

    assertThat(study.inputs().results().get(0).columns().mean()).contains("attain");
  }

  @Test
  void theOrderOfFilesChangesNothing() throws IOException {
    List<Path> files = csv("high-school-and-beyond");
    Path study = directory.resolve("office.yaml");
    List<String> written = new ArrayList<>();
    for (List<Path> order : List.of(files, List.of(files.get(1), files.get(0)))) {
      Invocation.of(
          "init",
          order.get(0).toString(),
          order.get(1).toString(),
          "--overwrite",
          "--out",
          study.toString());
      written.add(Files.readString(study));
    }
    assertThat(written.get(0)).isEqualTo(written.get(1));
  }

  @Test
  void replacesNoStudyUnasked() throws IOException {
    Path study = file("office.yaml", "mine".getBytes(StandardCharsets.UTF_8));
    String results = csv("california-api").get(0).toString();

    Invocation refused =
        Invocation.of("init", results, "--out", study.toString(), "--language", "ru");
    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(refused.err()).contains("уже есть").contains("--overwrite");
    assertThat(study).hasContent("mine");
    assertThat(Invocation.of("init", results, "--out", study.toString(), "--overwrite").code())
        .isZero();
    assertThat(study).content().contains("inputs:");
  }

  @Test
  void refusesWhatIsNoTableOfSchools() throws IOException {
    Path empty = file("empty.csv", new byte[0]);
    Path other = file("other.csv", "a,b\n1.5,2.5\n2.5,1.5\n".getBytes(StandardCharsets.UTF_8));
    String out = directory.resolve("new.yaml").toString();

    assertThat(Invocation.of("init", empty.toString(), "--out", out).code())
        .isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(Invocation.of("init", other.toString(), "--out", out).code())
        .isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(Path.of(out)).doesNotExist();
  }
}
