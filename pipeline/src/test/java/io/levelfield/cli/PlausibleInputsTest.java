package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores and values that cannot be meant as they stand, as offices send them. */
class PlausibleInputsTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path directory;

  @Test
  void datesInPlaceOfScoresAreAskedAbout() {
    Invocation run = run("10-dates-for-scores/serial.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("школ, баллы которых похожи на баллы другой шкалы: 21");
    assertThat(questions("far-scores")).hasSize(21).allMatch(q -> q.contains("45"));
  }

  @Test
  void aSchoolWithThriceItsScoresIsAskedAboutAndNotCalledHigh() {
    Invocation run = run("33-scores-times-three-one-school/study.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("школ, баллы которых похожи на баллы другой шкалы: 1 (010)");
    assertThat(questions("multiplied-scores"))
        .hasSize(3)
        .allMatch(question -> question.startsWith("results,010,"));
    List<String> high =
        tables().get("identification.csv").lines().filter(l -> l.contains("high-result")).toList();
    assertThat(high)
        .filteredOn(row -> row.startsWith("010,"))
        .singleElement()
        .asString()
        .contains(",false,true,", "баллы похожи на баллы другой шкалы");
  }

  @Test
  void checkAsksAsTheRunDoes() {
    Path study = CASES.resolve("33-scores-times-three-one-school/study.yaml");

    assertThat(Invocation.of("check", study.toString()).out())
        .contains("школ, баллы которых похожи на баллы другой шкалы: 1 (010)");
  }

  @Test
  void scoresAboveTheMaximumAreRejects() {
    Invocation run =
        run(
            "33-scores-times-three-one-school/study.yaml",
            "inputs.minimums[0].columns.maximum=top",
            "max_rejects=0.2");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(tables().get("rejects.csv").lines().skip(1))
        .isNotEmpty()
        .allMatch(row -> row.contains("больше максимального балла 25"))
        .anyMatch(row -> row.contains("score,84"));
  }

  @ParameterizedTest
  @CsvSource({"minus99, -99, 4", "zeros, 0, 8"})
  void codesForUnknownAreAskedAboutWithTheCure(String study, String code, int schools) {
    Invocation run = run("17-index-of-odd-values/" + study + ".yaml");

    assertThat(run.out())
        .contains("показатель a: значение " + code + ", школ: " + schools)
        .contains("context_index.indicators.a.unknown: " + code);
    assertThat(questions("code-for-unknown")).hasSize(1);

    Invocation cured =
        run(
            "17-index-of-odd-values/" + study + ".yaml",
            "context_index.indicators.a.unknown=" + code);
    assertThat(cured.out()).doesNotContain("code-for-unknown", "unknown: " + code);
  }

  @Test
  void goodValuesAreNotAskedAbout() {
    assertThat(run("17-index-of-odd-values/good.yaml").out()).doesNotContain(".unknown:");
    assertThat(questions("code-for-unknown")).isEmpty();
  }

  private List<String> questions(String rule) {
    return tables()
        .get("quality.csv")
        .lines()
        .filter(line -> line.contains("," + rule + ","))
        .toList();
  }

  private Map<String, String> tables() {
    return RunTables.latest(directory);
  }

  private Invocation run(String study, String... settings) {
    return Invocation.run(CASES.resolve(study).toString(), directory, settings);
  }
}
