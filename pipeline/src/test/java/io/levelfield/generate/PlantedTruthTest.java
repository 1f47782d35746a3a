package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedTruthTest {
  /** By the rule in force a school is of low results from this share below the minimum on. */
  private static final double THRESHOLD = 0.3;

  private static final int YEARS = 3;

  private static final Charset WINDOWS = Charset.forName("windows-1251");

  @TempDir private static Path directory;

  private static Map<String, String> groups;

  /** Scores by school and examination with its year. */
  private static final Map<String, Map<Sitting, List<Integer>>> SCORES = new TreeMap<>();

  private record Sitting(Exam exam, int year) {}

  @BeforeAll
  static void readGenerated() throws IOException {
    DistrictGenerator.generate(GeneratorOptions.of(24, YEARS, 1800, 2018), directory);
    groups = GeneratedFiles.groups(directory);
    for (int year = 2016; year < 2016 + YEARS; year++) {
      for (var row : GeneratedFiles.rows(directory.resolve("results-" + year + ".csv"))) {
        if (!row.get("Балл").isEmpty()) {
          SCORES
              .computeIfAbsent(row.get("Код школы"), school -> new HashMap<>())
              .computeIfAbsent(new Sitting(exam(row), year), sitting -> new ArrayList<>())
              .add(Integer.valueOf(row.get("Балл")));
        }
      }
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
  void everyGroupOfADistrictHasItsSchools() {
    assertThat(
            groups.values().stream().collect(Collectors.groupingBy(g -> g, Collectors.counting())))
        .isEqualTo(
            Map.of(
                "low", 6L,
                "unfavourable", 6L,
                "high", 6L,
                "resilient", 2L,
                "non_objective", 2L,
                "ordinary", 2L));
  }

  @Test
  void teachersOfLowSchoolsAreMoreOftenInTheRiskGroup() throws IOException {
    Map<Boolean, List<Boolean>> risk = new HashMap<>();
    for (var row : GeneratedFiles.rows(directory.resolve("staff.csv"), WINDOWS, ";")) {
      if (row.get("Вакансия").equals("нет")) {
        risk.computeIfAbsent(
                groups.get(row.get("Код школы")).equals("low"), low -> new ArrayList<>())
            .add(row.get("Группа риска").equals("да"));
      }
    }

    assertThat(share(risk.get(true))).isBetween(.45, .55);
    assertThat(share(risk.get(false))).isBetween(.12, .22);
  }

  private static double share(List<Boolean> answers) {
    return (double) Collections.frequency(answers, true) / answers.size();
  }

  @Test
  void groupsAddUpToAllSchools() {
    for (int schools : new int[] {12, 13, 23, 60, 61, 1000, 99_999}) {
      int sum = 0;
      for (PlantedGroup group : PlantedGroup.values()) {
        assertThat(group.schoolsOf(schools)).as("%s of %d", group, schools).isPositive();
        sum += group.schoolsOf(schools);
      }
      assertThat(sum).as("schools in groups of %d", schools).isEqualTo(schools);
    }
  }

  @Test
  void lowSchoolsBreakTheThirtyPerCentRuleYearAfterYear() {
    groups.forEach(
        (school, group) -> {
          if (group.equals("low")) {
            assertThat(yearsOverThreshold(school))
                .as("years of %s", school)
                .isGreaterThanOrEqualTo(2);
          }
        });
  }

  @Test
  void soundSchoolsSeldomBreakTheThirtyPerCentRule() {
    long schoolYears = 0;
    long broken = 0;
    for (var school : groups.entrySet()) {
      if (!school.getValue().equals("low")) {
        schoolYears += YEARS;
        broken += yearsOverThreshold(school.getKey());
      }
    }
    assertThat((double) broken / schoolYears).isLessThan(0.15);
  }

  /** Years in which the share below the minimum reached the threshold in two examinations. */
  private static int yearsOverThreshold(String school) {
    int years = 0;
    for (int year = 2016; year < 2016 + YEARS; year++) {
      int over = 0;
      for (var sitting : SCORES.get(school).entrySet()) {
        if (sitting.getKey().year() == year
            && shareBelow(sitting.getKey().exam(), sitting.getValue()) >= THRESHOLD) {
          over++;
        }
      }
      if (over >= 2) {
        years++;
      }
    }
    return years;
  }

  private static double shareBelow(Exam exam, Collection<Integer> scores) {
    return (double) scores.stream().filter(score -> score < exam.minimum).count() / scores.size();
  }

  @Test
  void resilientSchoolsDoBetterThanUnfavourableOnesEveryYear() {
    for (int year = 2016; year < 2016 + YEARS; year++) {
      double resilient = meanStandardScore("resilient", year, false);
      assertThat(resilient - meanStandardScore("unfavourable", year, false))
          .as("advantage in %d, standard deviations of pupils", year)
          .isGreaterThan(0.5);
    }
  }

  @Test
  void nonObjectiveSchoolsInflateOnlyWhatTheyMarkThemselves() {
    double inflated = meanStandardScore("non_objective", 2017, true);
    double checked = meanStandardScore("non_objective", 2017, false);
    assertThat(inflated - checked).isGreaterThan(0.6);
  }

  @Test
  void nonObjectiveSchoolsHeapScoresAtTheMinimum() {
    long justBelow = 0;
    long atMinimum = 0;
    long justAbove = 0;
    for (var school : groups.entrySet()) {
      if (school.getValue().equals("non_objective")) {
        for (var sitting : SCORES.get(school.getKey()).entrySet()) {
          Exam exam = sitting.getKey().exam();
          if (exam.markedAtSchool()) {
            List<Integer> scores = sitting.getValue();
            justBelow += Collections.frequency(scores, exam.minimum - 1);
            atMinimum += Collections.frequency(scores, exam.minimum);
            justAbove += Collections.frequency(scores, exam.minimum + 1);
          }
        }
      }
    }
    assertThat(justBelow).isZero();
    assertThat(atMinimum).as("pupils at the minimum").isGreaterThan(2 * justAbove);
  }

  private static double meanStandardScore(String group, int year, boolean markedAtSchool) {
    double sum = 0;
    long pupils = 0;
    for (var school : groups.entrySet()) {
      if (school.getValue().equals(group)) {
        for (var sitting : SCORES.get(school.getKey()).entrySet()) {
          Exam exam = sitting.getKey().exam();
          if (sitting.getKey().year() == year && exam.markedAtSchool() == markedAtSchool) {
            for (int score : sitting.getValue()) {
              sum += (score - exam.mean) / exam.sd;
              pupils++;
            }
          }
        }
      }
    }
    return sum / pupils;
  }
}
