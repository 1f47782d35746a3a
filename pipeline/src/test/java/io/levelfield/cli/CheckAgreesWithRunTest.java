package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check} shows of inputs is what {@code run} makes of them. */
class CheckAgreesWithRunTest {
  @TempDir private Path directory;

  @Test
  void rejectsWithinTheLimitAreTheRunsRejects() {
    StudyFiles files =
        results(
            "max_rejects: 0.5",
            "001,x,20,9",
            "002,45,30,10",
            "003,41,25,8",
            "004,47,40,11",
            "005,66,50,10",
            "006,70,35,9",
            "007,64,45,12",
            "999,71,20,8");

    Invocation check = check();
    Invocation run = run();

    assertThat(check.code()).as(check.out()).isZero();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(check.out()).contains("results.csv:2, mean", "results.csv:9, id");
    List<String> rejects =
        RunTables.latest(files.path("out")).get("rejects.csv").lines().skip(1).toList();
    assertThat(rejects).hasSize(2);
    assertThat(rejects.get(0)).contains("results.csv,2,mean,x");
    assertThat(rejects.get(1)).contains("results.csv,9,id,999");
  }

  @Test
  void rejectsBeyondTheLimitRefuseBoth() {
    results("max_rejects: 0", "001,x,20,9", "002,45,30,10");

    assertBothRefuse("results.csv:2, mean");
  }

  @Test
  void whereEveryRowIsBadEachIsShown() {
    results("max_rejects: 1", "001,x,20,9", "002,y,30,10");

    assertBothRefuse("results.csv:2, mean", "results.csv:3, mean");
  }

  /** Groups are not made by a check, so that what is said of them is left to the run. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "43-all-directions-wrong/study",
        "32-three-schools-sent-next-year/study",
        "02-ids-excel-has-eaten/passports-somezeros"
      })
  void whatARunWarnsOfACheckTells(String study) throws IOException {
    String file = "src/test/resources/cases/" + study + ".yaml";
    String out = directory.resolve("out").toString();
    Invocation check = Invocation.of("check", file);
    Invocation run = Invocation.of("run", file, "--out", out);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(check.code()).as(check.err()).isZero();
    JsonNode warnings =
        new ObjectMapper()
            .readTree(directory.resolve("out/latest/run.json").toFile())
            .get("warnings");
    List<String> told = new ArrayList<>();
    warnings.forEach(warning -> told.add(warning.asText()));
    List<String> notOfGroups =
        told.stream().filter(note -> !note.matches(".*(групп|group|clusters).*")).toList();
    assertThat(notOfGroups).isNotEmpty();
    assertThat(check.out()).contains(notOfGroups);
  }

  @Test
  void whatOnlyLaterStagesRefuseRefusesTheCheckToo() {
    results("", "001,50,20,9", "002,50,20,9", "003,50,20,9");

    assertBothRefuse("inputs.results: the schools cannot be told apart");
  }

  @Test
  void bothTellWhatADraftStillAsks() {
    results(
        "max_rejects: 0 # QUESTION: how many?",
        "001,45,30,10",
        "002,41,25,8",
        "003,47,40,11",
        "004,66,50,10",
        "005,70,35,9");
    int line = TinyStudy.YAML.strip().split("\n").length + 1;
    String asks = "questions left open in the study: 1 (lines %d)".formatted(line);

    assertThat(check().out()).contains(asks);
    assertThat(run().out()).contains(asks);
    assertThat(RunTables.read(directory.resolve("out/latest/run.json"))).contains(asks);
  }

  private void assertBothRefuse(String... shown) {
    Invocation check = check();
    Invocation run = run();

    assertThat(check.code()).as(check.out()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(check.out()).contains(shown);
    String refusal =
        run.err()
            .lines()
            .filter(line -> line.startsWith("levelfield: "))
            .findFirst()
            .orElseThrow()
            .substring("levelfield: ".length());
    assertThat(check.out()).contains(refusal);
  }

  /** The tiny study with other results. */
  private StudyFiles results(String setting, String... rows) {
    StudyFiles files = TinyStudy.in(directory);
    files.with("study.yaml", TinyStudy.YAML.strip(), setting);
    return files.with("results.csv", "id,mean,n,sd", String.join("\n", rows));
  }

  private Invocation check() {
    return Invocation.of("check", directory.resolve("study.yaml").toString());
  }

  private Invocation run() {
    return Invocation.of(
        "run",
        directory.resolve("study.yaml").toString(),
        "--out",
        directory.resolve("out").toString());
  }
}
