package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in shapes offices have, each with what a user rightly expects of it. */
class ShapesOfFilesTest {
  private static final String RESULTS = "inputs.results[0].";

  @TempDir private Path directory;

  @Test
  void classLettersInTheGradeChangeNothing() {
    Map<String, String> letters = cases().tables("30-class-letters-in-grade/study.yaml");
    Map<String, String> grades = cases().tables("31-reference/study.yaml");

    assertThat(letters).isEqualTo(grades);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slash", "word"})
  void schoolYearsAreReadable(String way) {
    assertThat(cases().tables("12-school-years/" + way + ".yaml").get("schools.csv"))
        .contains("450001000101");
  }

  @Test
  void aYearOfTwoDigitsIsRefusedWithTheCure() {
    Invocation run = cases().invoke("run", "12-school-years/mixed-two-digit.yaml");

    assertThat(run.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(run.err()).contains("две цифры").contains("constants: {year: …}");
  }

  @Test
  void schoolsOfAStateFileAreChosenByWhere() {
    Map<String, String> tables =
        cases()
            .tables(
                "13-state-file-with-groups-and-levels/as-it-is.yaml",
                RESULTS + "columns.school_id=[County Code, District Code, School Code]",
                RESULTS
                    + "where={Student Group ID: 1, Grade: [5, 8], School Code: {not: \"0000000\"}}");

    assertThat(tables.get("rejects.csv").lines()).as("the header alone").hasSize(1);
    assertThat(tables.get("schools.csv")).doesNotContain("-0000000");
    assertThat(tables.get("results.csv").lines().filter(line -> line.matches(".*,state,\\d,13,.*")))
        .isEmpty();
  }

  @Test
  void maskedCountsAreBoundsAndLeaveLabelsNearTheUnmasked() {
    Map<String, String> masked =
        cases().tables("04-suppressed-cells/masked.yaml", RESULTS + "suppressed=midpoint");
    Map<String, String> unmasked = cases().tables("04-suppressed-cells/unmasked.yaml");

    assertThat(masked.get("schools.csv").lines().count())
        .isEqualTo(unmasked.get("schools.csv").lines().count());
    Invocation absent = cases().invoke("run", "04-suppressed-cells/masked.yaml");
    assertThat(absent.out() + absent.err()).contains("suppressed: midpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sci-many-districts", "sci-with-register"})
  void codesThatASpreadsheetSpoiltAreRefusedWithTheCure(String study) {
    Invocation run = cases().invoke("run", "02-ids-excel-has-eaten/" + study + ".yaml");

    assertThat(run.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(run.err()).contains("4,50001E+11", "выгрузите этот столбец как текст");
  }

  @Test
  void aSubjectInSmallAndCapitalLettersIsOne() {
    cases().invoke("run", "11-one-subject-two-spellings/case.yaml");
    cases().invoke("run", "11-one-subject-two-spellings/same.yaml");

    assertThat(
            RunTables.latest(cases().out("11-one-subject-two-spellings/case.yaml"))
                .get("schools.csv"))
        .isEqualTo(
            RunTables.latest(cases().out("11-one-subject-two-spellings/same.yaml"))
                .get("schools.csv"));
  }

  @Test
  void subjectsThatDifferByADotAreNamed() {
    Invocation run = cases().invoke("run", "11-one-subject-two-spellings/inner-space.yaml");

    assertThat(run.out())
        .contains("приняты за разные экзамены: \"математика\", \"математика.\"")
        .doesNotContain("\"русский язык\"");
  }

  @Test
  void aMinimumInOtherLettersFits() {
    Invocation run = cases().invoke("run", "11-one-subject-two-spellings/minimums-other.yaml");

    assertThat(run.out()).contains("школа с низкими результатами       9");
  }

  @Test
  void schoolsSentAYearEarlyAreNamedAndOthersKeepTheirLabels() {
    Invocation run = cases().invoke("run", "32-three-schools-sent-next-year/study.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("школ с результатами позже 2024 года", ": 3 (");
    Map<String, String> tables =
        RunTables.latest(cases().out("32-three-schools-sent-next-year/study.yaml"));
    assertThat(tables.get("schools.csv").lines().skip(1)).hasSize(20);
    assertThat(tables.get("identification.csv")).contains("low-result");
  }

  @Test
  void onePassportOfAFarYearIsNamedAndMovesNobody() {
    Invocation run = cases().invoke("run", "34-passport-of-2031/study.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("паспортов новее 2024 года", "за 2031 год");
  }

  @Test
  void twoOfThreeIndicatorsAreTwoThirds() {
    Invocation run = cases().invoke("run", "35-passports-two-of-three-known/study.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("паспортов без индекса");
  }

  private CaseRuns cases() {
    return new CaseRuns(directory);
  }
}
