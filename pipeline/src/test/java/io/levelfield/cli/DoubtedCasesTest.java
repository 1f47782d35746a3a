package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases of totals, scores and indicators that cannot be right, and of years that a school lacks,
 * each with inputs of its kind from other offices.
 */
class DoubtedCasesTest {

  @TempDir private Path directory;

  /** 03: a total is named and kept out, so that the run says of schools what it says without it. */
  @Test
  void totalsAreNoSchools03() {
    Invocation total = cases().invoke("run", "03-total-rows/without-register.yaml");
    Invocation clean = cases().invoke("run", "03-total-rows/clean.yaml");

    assertThat(clean.code()).isZero();
    assertThat(total.code()).as(total.err()).isZero();
    assertThat(total.out()).contains("Итого по району");
    assertThat(
            RunTables.latest(cases().out("03-total-rows/without-register.yaml")).get("schools.csv"))
        .isEqualTo(RunTables.latest(cases().out("03-total-rows/clean.yaml")).get("schools.csv"));
  }

  /** 03: a total whose code looks like a code, and an average of all. */
  @ParameterizedTest
  @ValueSource(strings = {"000", "District total", "ВСЕГО"})
  void totalsAreKeptOutByTheirSums03(String code) {
    List<String> results = SoundStudy.results();
    for (String subject : List.of("maths", "physics")) {
      int n = 0;
      int below = 0;
      for (String row : results) {
        String[] cells = row.split(",", -1);
        if (cells[1].equals(subject)) {
          n += Integer.parseInt(cells[2]);
          below += Integer.parseInt(cells[3]);
        }
      }
      results.add(code + "," + subject + "," + n + "," + below + ",50.5");
    }
    Invocation run = sound().run(results, SoundStudy.context());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains(code);
    assertThat(RunTables.latest(sound().out()).get("schools.csv").lines()).hasSize(13);
  }

  /** 10: serial days among scores are asked about without a range. */
  @Test
  void daysAmongScoresAreAskedAbout10() {
    assertAsked("10-dates-for-scores/serial.yaml", "results");
  }

  /** 17: a lump of equal extreme values is asked about, with unknown as the cure. */
  @ParameterizedTest
  @ValueSource(strings = {"minus99", "zeros"})
  void lumpsOfOddValuesAreAskedAbout17(String study) {
    assertAsked("17-index-of-odd-values/" + study + ".yaml", "context");
  }

  /** 33: a school whose scores are another scale's is asked about, and not high by it. */
  @Test
  void scoresTimesThreeAreAskedAbout33() {
    assertAsked("33-scores-times-three-one-school/study.yaml", "results");
  }

  @ParameterizedTest
  @ValueSource(doubles = {.05, 20, 3})
  void meansOfAnotherScaleAreAskedAbout33(double factor) {
    List<String> results = SoundStudy.results();
    for (int i = 1; i <= 2; i++) {
      String[] cells = results.get(i).split(",", -1);
      cells[4] =
          String.format(java.util.Locale.ROOT, "%.2f", Double.parseDouble(cells[4]) * factor);
      results.set(i, String.join(",", cells));
    }
    Invocation run = sound().run(results, SoundStudy.context());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(CaseRuns.records(RunTables.latest(sound().out()).get("quality.csv")))
        .anySatisfy(row -> assertThat(row.get("school_id")).isEqualTo("100"));
  }

  /** 41: a school that lacks the harder year is about what is expected of it. */
  @Test
  void aYearThatASchoolLacksMakesItNoBetter41() {
    List<CSVRecord> schools =
        CaseRuns.records(cases().tables("41-easier-paper-next-year/study.yaml").get("schools.csv"));

    assertThat(schools)
        .filteredOn(row -> row.get("school_id").equals("s29"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(Math.abs(Double.parseDouble(row.get("adjusted_result")))).isLessThan(1));
  }

  private void assertAsked(String study, String table) {
    Invocation run = cases().invoke("run", study);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(CaseRuns.records(RunTables.latest(cases().out(study)).get("quality.csv")))
        .anySatisfy(row -> assertThat(row.get("table")).isEqualTo(table));
  }

  private CaseRuns cases() {
    return new CaseRuns(directory);
  }

  private SoundStudy sound() {
    return new SoundStudy(directory);
  }
}
