package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs into one output directory, one after another. */
class KeptGroupsTest {
  @TempDir private Path directory;
  private StudyFiles files;
  private Path out;

  @BeforeEach
  void writeStudy() {
    files =
        TinyStudy.in(directory.resolve("study"))
            .with(
                "study.yaml",
                TinyStudy.YAML.replace("{k: 2,", "{features: [result, books], k: 2,"));
    out = directory.resolve("out");
  }

  @Test
  void theSameInputsAgainChangeNothing() throws IOException {
    Map<String, String> first = run();

    assertThat(run()).isEqualTo(first);

    resultsOfNextYear();
    Map<String, String> next = run();
    ObjectNode manifest = manifest();
    Map<String, String> again = run();

    assertThat(next).isNotEqualTo(first);
    assertThat(again).isEqualTo(next);
    assertThat(manifest()).isEqualTo(manifest);
    assertThat(model()).isEqualTo(model(out.resolve("runs").toFile().list().length - 2));
  }

  @Test
  void groupsKeepTheirNumbersWhenTheirOrderByResultTurns() throws IOException {
    assertThat(centres(run()))
        .extracting(row -> row.subList(0, 2))
        .containsExactly(
            List.of("1", "low-result-low-context"), List.of("2", "high-result-high-context"));
    String first = out.resolve("latest").toRealPath().getFileName().toString();
    resultsOfNextYear();

    List<List<String>> kept = centres(run());

    assertThat(kept.get(0).subList(0, 2)).containsExactly("1", "average-result-low-context");
    assertThat(kept.get(0)).contains("low-result-low-context");
    assertThat(kept.get(1).subList(0, 2)).containsExactly("2", "average-result-high-context");
    assertThat(manifest().path("groups_after").asText()).isEqualTo(first);
    assertThat(manifest().path("warnings").toString())
        .contains("group 1 was called \\\"low result, unfavourable context\\\" in run " + first)
        .contains("group 2 was called \\\"high result, favourable context\\\" in run " + first);
  }

  @Test
  void groupsAreNamedAfreshIfTheStudySaysSo() throws IOException {
    run();
    resultsOfNextYear();

    List<List<String>> fresh = centres(run("--set", "clusters.keep_names=false"));

    assertThat(fresh)
        .extracting(row -> row.subList(0, 2))
        .containsExactly(
            List.of("1", "average-result-high-context"),
            List.of("2", "average-result-low-context"));
    assertThat(manifest().has("groups_after")).isFalse();
  }

  @Test
  void anUnreadableModelOfTheRunBeforeIsTold() throws IOException {
    Map<String, String> first = run();
    Files.writeString(out.resolve("latest/model/features.json"), "{\"features\": []}");

    assertThat(run()).isEqualTo(first);

    assertThat(manifest().path("warnings").toString())
        .contains("groups are numbered and named as if there had been none before")
        .contains("features.json cannot be read (it is not a model of groups)");
  }

  /** Those with few books now do a little better than those with many. */
  private void resultsOfNextYear() {
    files.with(
        "results.csv",
        "id,mean,n,sd",
        "001,46,20,9",
        "002,50,30,10",
        "003,64,25,8",
        "004,68,40,11",
        "005,44,50,10",
        "006,50,35,9",
        "007,60,45,12",
        "008,66,20,8");
  }

  private Map<String, String> run(String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "run";
    arguments[1] = files.path("study.yaml").toString();
    arguments[2] = "--out";
    arguments[3] = out.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    Invocation run = Invocation.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(out);
  }

  private static List<List<String>> centres(Map<String, String> tables) {
    return tables.get("cluster_centres.csv").lines().skip(1).map(KeptGroupsTest::cells).toList();
  }

  /** Cells without the commas inside quotes. */
  private static List<String> cells(String line) {
    return List.of(line.replaceAll("\"[^\"]*\"", "").split(",", -1));
  }

  private String model() {
    return RunTables.read(out.resolve("latest/model/features.json"));
  }

  private String model(int run) {
    return RunTables.read(
        RunTables.files(out.resolve("runs")).get(run).resolve("model/features.json"));
  }

  private ObjectNode manifest() throws IOException {
    var json = (ObjectNode) new ObjectMapper().readTree(out.resolve("latest/run.json").toFile());
    json.remove(List.of("run_id", "published", "timings"));
    return json;
  }
}
