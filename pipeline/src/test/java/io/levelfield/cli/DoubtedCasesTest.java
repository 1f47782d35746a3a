package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
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
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final int SCHOOLS = 12;

  @TempDir private Path directory;

  /** 03: a total is named and kept out, so that the run says of schools what it says without it. */
  @Test
  void totalsAreNoSchools03() {
    Invocation total = invoke("run", "03-total-rows/without-register.yaml");
    Invocation clean = invoke("run", "03-total-rows/clean.yaml");

    assertThat(clean.code()).isZero();
    assertThat(total.out() + total.err()).contains("Итого по району");
    if (total.code() == 0) {
      assertThat(RunTables.latest(out("03-total-rows/without-register.yaml")).get("schools.csv"))
          .isEqualTo(RunTables.latest(out("03-total-rows/clean.yaml")).get("schools.csv"));
    }
  }

  /** 03: a total whose code looks like a code, and an average of all. */
  @ParameterizedTest
  @ValueSource(strings = {"000", "District total", "ВСЕГО"})
  void totalsAreKeptOutByTheirSums03(String code) {
    List<String> results = results();
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
    Invocation run = own(results, context());

    assertThat(run.out() + run.err()).contains(code);
    if (run.code() == 0) {
      assertThat(RunTables.latest(directory.resolve("out")).get("schools.csv").lines())
          .hasSize(SCHOOLS + 1);
    }
  }

  /** 10: serial days among scores are asked about without a range. */
  @Test
  void daysAmongScoresAreAskedAbout10() throws Exception {
    assertAsked("10-dates-for-scores/serial.yaml", "results");
  }

  /** 17: a lump of equal extreme values is asked about, with unknown as the cure. */
  @ParameterizedTest
  @ValueSource(strings = {"minus99", "zeros"})
  void lumpsOfOddValuesAreAskedAbout17(String study) throws Exception {
    assertAsked("17-index-of-odd-values/" + study + ".yaml", "context");
  }

  /** 33: a school whose scores are another scale's is asked about, and not high by it. */
  @Test
  void scoresTimesThreeAreAskedAbout33() throws Exception {
    assertAsked("33-scores-times-three-one-school/study.yaml", "results");
  }

  @ParameterizedTest
  @ValueSource(doubles = {.05, 20, 3})
  void meansOfAnotherScaleAreAskedAbout33(double factor) throws Exception {
    List<String> results = results();
    for (int i = 1; i <= 2; i++) {
      String[] cells = results.get(i).split(",", -1);
      cells[4] =
          String.format(java.util.Locale.ROOT, "%.2f", Double.parseDouble(cells[4]) * factor);
      results.set(i, String.join(",", cells));
    }
    Invocation run = own(results, context());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(records(RunTables.latest(directory.resolve("out")).get("quality.csv")))
        .anySatisfy(row -> assertThat(row.get("school_id")).isEqualTo("100"));
  }

  /** 41: a school that lacks the harder year is about what is expected of it. */
  @Test
  void aYearThatASchoolLacksMakesItNoBetter41() throws Exception {
    List<CSVRecord> schools =
        records(tables("41-easier-paper-next-year/study.yaml").get("schools.csv"));

    assertThat(schools)
        .filteredOn(row -> row.get("school_id").equals("s29"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(Math.abs(Double.parseDouble(row.get("adjusted_result")))).isLessThan(1));
  }

  private void assertAsked(String study, String table) throws Exception {
    Invocation run = invoke("run", study);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(records(RunTables.latest(out(study)).get("quality.csv")))
        .anySatisfy(row -> assertThat(row.get("table")).isEqualTo(table));
  }

  private static List<String> results() {
    List<String> rows = new ArrayList<>(List.of("id,subject,n,below,mean"));
    for (int i = 0; i < SCHOOLS; i++) {
      rows.add(
          "%d,maths,%d,%d,%d.5".formatted(100 + i, 40 + 5 * i, 4 + i * 7 % 9, 45 + i * 5 % 17));
      rows.add(
          "%d,physics,%d,%d,%d.2".formatted(100 + i, 30 + 4 * i, 3 + i * 5 % 7, 47 + i * 5 % 16));
    }
    return rows;
  }

  private static List<String> context() {
    List<String> rows = new ArrayList<>(List.of("id,income,poor"));
    for (int i = 0; i < SCHOOLS; i++) {
      rows.add("%d,%d,%d".formatted(100 + i, 21_000 + i * 7919 % 9000, 12 + i * 11 % 23));
    }
    return rows;
  }

  private Invocation own(List<String> results, List<String> context) {
    return own("run", results, context);
  }

  private Invocation own(String command, List<String> results, List<String> context) {
    StudyFiles files =
        new StudyFiles(directory.resolve("own"))
            .with("results.csv", results.toArray(String[]::new))
            .with("context.csv", context.toArray(String[]::new))
            .with(
                "study.yaml",
                "study: own",
                "max_rejects: 0.2",
                "inputs:",
                "  results:",
                "    - path: results.csv",
                "      shape: counts",
                "      columns: {school_id: id, subject: subject, participants: n,"
                    + " below_minimum: below, mean: mean}",
                "      constants: {year: 2023, procedure: exam}",
                "  context:",
                "    - {path: context.csv, columns: {school_id: id}, constants: {year: 2023}}",
                "context_index:",
                "  indicators: {income: {direction: favourable}, poor: {direction: unfavourable}}",
                "clusters: {k: 2, restarts: 5}");
    String study = files.path("study.yaml").toString();
    return command.equals("run")
        ? Invocation.of("run", study, "--out", directory.resolve("out").toString())
        : Invocation.of(command, study);
  }

  private static List<CSVRecord> records(String table) throws Exception {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(table, format)) {
      return rows.getRecords();
    }
  }

  private Map<String, String> tables(String study, String... settings) {
    Invocation run = invoke("run", study, settings);
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out(study));
  }

  private Invocation invoke(String command, String study, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(command, CASES.resolve(study).toString()));
    if (command.equals("run")) {
      arguments.addAll(List.of("--out", out(study).toString()));
    }
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private Path out(String study) {
    return directory.resolve(study.replace('/', '_'));
  }
}
