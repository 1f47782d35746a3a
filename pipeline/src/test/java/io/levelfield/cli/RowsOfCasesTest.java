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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases about codes, unknown values, spellings and contradictory rows, each with inputs of its kind
 * from other offices. What is expected is told without wording: codes, places, settings.
 */
class RowsOfCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final int SCHOOLS = 12;

  @TempDir private Path directory;

  /**
   * 02: passports of schools without results are counted, the first with line, code and the near
   * code.
   */
  @Test
  void passportsOfUnknownSchoolsAreNamed02() {
    Invocation run = invoke("run", "02-ids-excel-has-eaten/passports-somezeros.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("passports-somezeros.csv").contains("0001");
  }

  /** 02: codes that lack zeros, have .0 behind them, or an apostrophe before. */
  @ParameterizedTest
  @CsvSource({"0,''", "'',.0", "'''',''"})
  void codesThatAreNearlyKnownAreNamed02(String before, String after) {
    List<String> context = context();
    for (int i = 1; i <= 3; i++) {
      context.set(i, before + context.get(i).replaceFirst(",", after + ","));
    }
    Invocation check = own("check", results(), context);

    assertThat(check.out() + check.err()).contains("context.csv", before + "100" + after);
  }

  /** 04: words are offered as missing_values, each with its count; case makes no difference. */
  @ParameterizedTest
  @CsvSource({"04-suppressed-cells/edfacts,PS", "04-suppressed-cells/words,н.д."})
  void wordsForUnknownAreOffered04(String study, String word) {
    Invocation check = invoke("check", study + ".yaml");

    assertThat(check.out()).contains("missing_values").contains(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Н/Д", "n/a", "NULL", "NaN"})
  void wordsForUnknownAreReadInAnyCaseOrOffered04(String word) {
    List<String> results = results();
    for (int i : new int[] {2, 5, 9}) {
      results.set(i, results.get(i).replaceFirst("[^,]*$", word));
    }
    Invocation check = own("check", results, context());

    assertThat(check.code() == 0 || check.out().contains("missing_values"))
        .as(check.out())
        .isTrue();
  }

  /** 11: case and blanks make no other subject. */
  @Test
  void caseMakesNoOtherSubject11() {
    assertThat(tables("11-one-subject-two-spellings/case.yaml").get("schools.csv"))
        .isEqualTo(tables("11-one-subject-two-spellings/same.yaml").get("schools.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"physics ", "physics\u00a0", " physics"})
  void blanksAroundAndWithinMakeNoOtherSubject11(String subject) {
    List<String> results = results();
    results.replaceAll(
        row ->
            row.startsWith("10")
                ? row.replace("physics", "school  " + subject)
                : row.replace("physics", "school physics"));
    Invocation run = own(results, context());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(RunTables.latest(directory.resolve("out")).get("outcome_models.csv").lines())
        .hasSize(3);
  }

  /** 14: of contradictory rows none counts, so that order decides nothing; each names the other. */
  @Test
  void contradictoryRowsAreAllRejected14() throws Exception {
    Map<String, String> old =
        tables("14-corrected-row-sent-again/old-first.yaml", "max_rejects=0.05");
    Map<String, String> fresh =
        tables("14-corrected-row-sent-again/new-first.yaml", "max_rejects=0.05");

    assertThat(old.get("schools.csv")).isEqualTo(fresh.get("schools.csv"));
    assertThat(records(old.get("rejects.csv")))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.get("reason")).contains("old-first.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100,maths,90,80,20.5", "100,maths,90,,"})
  void correctedResultsAreRejectedBoth14(String corrected) {
    List<String> results = results();
    results.add(corrected);
    Invocation check = own("check", results, context());

    assertThat(check.out()).contains("results.csv:2", "results.csv:" + results.size());
  }

  @Test
  void copiesCountOnceAndAreNoRejects14() {
    List<String> results = results();
    results.addAll(results.subList(1, 9));
    Invocation run = own(results, context());

    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> twice = RunTables.latest(directory.resolve("out"));
    assertThat(own(results(), context()).code()).isZero();
    assertThat(twice.get("schools.csv"))
        .isEqualTo(RunTables.latest(directory.resolve("out")).get("schools.csv"));
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
