package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @TempDir private Path directory;

  /**
   * 02: passports of schools without results are counted, the first with line, code and the near
   * code.
   */
  @Test
  void passportsOfUnknownSchoolsAreNamed02() {
    Invocation run = cases().invoke("run", "02-ids-excel-has-eaten/passports-somezeros.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("passports-somezeros.csv").contains("0001");
  }

  /** 02: codes that lack zeros, have .0 behind them, or an apostrophe before. */
  @ParameterizedTest
  @CsvSource({"0,''", "'',.0", "'''',''"})
  void codesThatAreNearlyKnownAreNamed02(String before, String after) {
    List<String> context = SoundStudy.context();
    for (int i = 1; i <= 3; i++) {
      context.set(i, before + context.get(i).replaceFirst(",", after + ","));
    }
    Invocation check = sound().check(SoundStudy.results(), context);

    assertThat(check.out() + check.err()).contains("context.csv", before + "100" + after);
  }

  /** 04: words are offered as missing_values, each with its count; case makes no difference. */
  @ParameterizedTest
  @CsvSource({"04-suppressed-cells/edfacts,PS", "04-suppressed-cells/words,н.д."})
  void wordsForUnknownAreOffered04(String study, String word) {
    Invocation check = cases().invoke("check", study + ".yaml");

    assertThat(check.out()).contains("missing_values").contains(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Н/Д", "n/a", "NULL", "NaN"})
  void wordsForUnknownAreReadInAnyCaseOrOffered04(String word) {
    List<String> results = SoundStudy.results();
    for (int i : new int[] {2, 5, 9}) {
      results.set(i, results.get(i).replaceFirst("[^,]*$", word));
    }
    Invocation check = sound().check(results, SoundStudy.context());

    assertThat(check.code() == 0 || check.out().contains("missing_values"))
        .as(check.out())
        .isTrue();
  }

  /** 11: case and blanks make no other subject. */
  @Test
  void caseMakesNoOtherSubject11() {
    assertThat(cases().tables("11-one-subject-two-spellings/case.yaml").get("schools.csv"))
        .isEqualTo(cases().tables("11-one-subject-two-spellings/same.yaml").get("schools.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"physics ", "physics\u00a0", " physics"})
  void blanksAroundAndWithinMakeNoOtherSubject11(String subject) {
    List<String> results = SoundStudy.results();
    results.replaceAll(
        row ->
            row.startsWith("10")
                ? row.replace("physics", "school  " + subject)
                : row.replace("physics", "school physics"));
    Invocation run = sound().run(results, SoundStudy.context());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(RunTables.latest(sound().out()).get("outcome_models.csv").lines()).hasSize(3);
  }

  /** 14: of contradictory rows none counts, so that order decides nothing; each names the other. */
  @Test
  void contradictoryRowsAreAllRejected14() {
    Map<String, String> old =
        cases().tables("14-corrected-row-sent-again/old-first.yaml", "max_rejects=0.05");
    Map<String, String> fresh =
        cases().tables("14-corrected-row-sent-again/new-first.yaml", "max_rejects=0.05");

    assertThat(old.get("schools.csv")).isEqualTo(fresh.get("schools.csv"));
    assertThat(CaseRuns.records(old.get("rejects.csv")))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.get("reason")).contains("old-first.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100,maths,90,80,20.5", "100,maths,90,,"})
  void correctedResultsAreRejectedBoth14(String corrected) {
    List<String> results = SoundStudy.results();
    results.add(corrected);
    Invocation check = sound().check(results, SoundStudy.context());

    assertThat(check.out()).contains("results.csv:2", "results.csv:" + results.size());
  }

  @Test
  void copiesCountOnceAndAreNoRejects14() {
    List<String> results = SoundStudy.results();
    results.addAll(results.subList(1, 9));
    Invocation run = sound().run(results, SoundStudy.context());

    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> twice = RunTables.latest(sound().out());
    assertThat(sound().run(SoundStudy.results(), SoundStudy.context()).code()).isZero();
    assertThat(twice.get("schools.csv"))
        .isEqualTo(RunTables.latest(sound().out()).get("schools.csv"));
  }

  private CaseRuns cases() {
    return new CaseRuns(directory);
  }

  private SoundStudy sound() {
    return new SoundStudy(directory);
  }
}
