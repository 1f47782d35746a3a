package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user rightly expects of cases that are not about the form or the shape of files. */
class CaseOutcomesTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"tab-context", "semicolon-context"})
  void commasThatMayBeEitherAreAskedAboutAndReadAsTold(String study) {
    String asked = "05-thousands/" + study + ".yaml";
    Invocation refused = cases().invoke("check", asked);

    assertThat(refused.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(refused.out()).contains("'25,440' can be read in two ways", "dialect.thousands");
    assertThat(cases().tables(asked, "inputs.context[0].dialect={thousands: ','}"))
        .isEqualTo(cases().tables("05-thousands/plain-context.yaml"));
  }

  @Test
  void keysThatDifferInCaseAreRefusedInTheStudy() {
    Invocation run = cases().invoke("check", "15-indicator-names-in-parquet/case.yaml");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(run.err()).contains("context_index.indicators.poverty");
  }

  @Test
  void fewPupilsOfSchoolsAlikeLeaveLowResultsOpen() {
    assertThat(labels("40-ten-alike-schools/study.yaml", "low-result"))
        .isNotEmpty()
        .allSatisfy(
            label -> {
              assertThat(Double.parseDouble(label.get("probability"))).isBetween(.25, .75);
              assertThat(label.get("strength")).isNotEqualTo("confirmed");
            });
  }

  @Test
  void twoSignsOfFiveAreNoUnfavourableContext() {
    assertThat(labels("42-two-signs-of-five/study.yaml", "unfavourable-context"))
        .isNotEmpty()
        .allSatisfy(
            label ->
                assertThat(
                        label.get("school_id").equals("s00")
                            && Double.parseDouble(label.get("probability")) > .5)
                    .isFalse());
  }

  @Test
  void directionsThatAllRunAgainstResultsAreNamed() {
    Invocation run = cases().invoke("run", "43-all-directions-wrong/study.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("all directions look reversed");
  }

  private List<CSVRecord> labels(String study, String label) {
    return CaseRuns.records(cases().tables(study).get("identification.csv")).stream()
        .filter(row -> row.get("label").equals(label))
        .toList();
  }

  private CaseRuns cases() {
    return new CaseRuns(directory);
  }
}
