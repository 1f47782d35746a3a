package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What a user rightly expects of cases that are not about the form or the shape of files. */
class CaseOutcomesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"tab-context", "semicolon-context"})
  void commasThatMayBeEitherAreAskedAboutAndReadAsTold(String study) {
    String asked = "05-thousands/" + study + ".yaml";
    Invocation refused = invoke("check", asked);

    assertThat(refused.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(refused.out()).contains("'25,440' can be read in two ways", "dialect.thousands");
    assertThat(run(asked, "inputs.context[0].dialect={thousands: ','}"))
        .isEqualTo(run("05-thousands/plain-context.yaml"));
  }

  @Test
  void keysThatDifferInCaseAreRefusedInTheStudy() {
    Invocation run = invoke("check", "15-indicator-names-in-parquet/case.yaml");

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(run.err()).contains("context_index.indicators.poverty");
  }

  @Test
  void fewPupilsOfSchoolsAlikeLeaveLowResultsOpen() throws Exception {
    for (CSVRecord label : labels("40-ten-alike-schools/study.yaml", "low-result")) {
      assertThat(Double.parseDouble(label.get("probability"))).isBetween(.25, .75);
      assertThat(label.get("strength")).isNotEqualTo("confirmed");
    }
  }

  @Test
  void twoSignsOfFiveAreNoUnfavourableContext() throws Exception {
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
    Invocation run = invoke("run", "43-all-directions-wrong/study.yaml");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("all directions look reversed");
  }

  private List<CSVRecord> labels(String study, String label) throws Exception {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(run(study).get("identification.csv"), format)) {
      return rows.stream().filter(row -> row.get("label").equals(label)).toList();
    }
  }

  private Map<String, String> run(String study, String... settings) {
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
