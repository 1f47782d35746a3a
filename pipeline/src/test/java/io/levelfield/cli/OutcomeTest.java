package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} and {@code check} say to programs, and to nobody. */
class OutcomeTest {
  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void write() {
    files = TinyStudy.in(directory);
  }

  @Test
  void aRunIsTold() throws IOException {
    JsonNode told = json(0, "run", study(), "--json", "--out", files.path("out").toString());

    Path run = Path.of(told.path("directory").asText());
    JsonNode manifest = new ObjectMapper().readTree(run.resolve("run.json").toFile());
    assertThat(told.path("exit_code").asInt(-1)).isZero();
    assertThat(told.path("run_id").asText()).isEqualTo(run.getFileName().toString());
    assertThat(told.path("tables")).isEqualTo(manifest.path("tables"));
    assertThat(told.path("warnings")).isNotEmpty().isEqualTo(manifest.path("warnings"));
    assertThat(Path.of(told.path("latest").asText()).toRealPath()).isEqualTo(run.toRealPath());
  }

  @Test
  void aCheckIsTold() throws IOException {
    JsonNode told = json(0, "check", study(), "--json");

    assertThat(told.path("refusal").isNull()).isTrue();
    assertThat(told.path("schools").asInt()).isEqualTo(8);
    assertThat(told.path("inputs")).hasSize(3);
    assertThat(told.path("inputs").get(1).path("rows").asInt()).isEqualTo(8);
  }

  @Test
  void aRefusalIsTold() throws IOException {
    files.with("results.csv", "id,mean,n,sd", "001,x,20,9", "002,45,30,10");

    JsonNode checked = json(ExitCode.INPUTS_REFUSED, "check", study(), "--json");
    assertThat(checked.path("exit_code").asInt()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(checked.path("refusal").asText()).contains("results.csv");

    JsonNode ran =
        json(
            ExitCode.INPUTS_REFUSED,
            "run",
            study(),
            "--json",
            "--out",
            files.path("out").toString());
    assertThat(ran.path("exit_code").asInt()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(ran.path("error").asText()).contains("results.csv");
  }

  @Test
  void aRunThatIsNotLoadedIsToldOnce() throws IOException {
    files.with(
        "study.yaml",
        TinyStudy.YAML.strip()
            + "\noutputs: {jdbc: {url: 'jdbc:postgresql://127.0.0.1:1/nowhere'}}");

    JsonNode told =
        json(
            ExitCode.NOT_HANDED_ON,
            "run",
            study(),
            "--json",
            "--out",
            files.path("out").toString());

    assertThat(told.path("exit_code").asInt()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(told.path("error").asText()).contains("levelfield load");
    Path run = files.path("out/latest").toRealPath();
    assertThat(Path.of(told.path("directory").asText()).toRealPath()).isEqualTo(run);
    assertThat(told.path("run_id").asText()).isEqualTo(run.getFileName().toString());
  }

  @Test
  void aKindOfSettlementThatNobodyExplainsIsNoted() throws IOException {
    files.with(
        "schools.csv",
        "id,name,kind",
        "001,Oak,посёлок",
        "002,Elm,Посёлок",
        "003,Ash,деревня",
        "004,Fir,город",
        "005,Yew,",
        "006,Lime,",
        "007,Bay,",
        "008,Fig,");
    String yaml = TinyStudy.YAML.strip().replace("name: name}", "name: name, settlement: kind}");

    files.with("study.yaml", yaml);
    assertThat(json(0, "check", study(), "--json").path("notes").toString())
        .contains("Посёлок (1), посёлок (1)")
        .doesNotContain("деревня");
    files.with("study.yaml", yaml + "\nidentify: {settlements: {rural: [посёлок]}}");
    assertThat(json(0, "check", study(), "--json").path("notes").toString())
        .doesNotContain("посёлок");
  }

  @Test
  void quietSaysNothingUnlessSomethingIsWrong() throws IOException {
    Path out = files.path("out");
    Invocation run = Invocation.of("run", study(), "--quiet", "--out", out.toString());
    assertThat(run).isEqualTo(new Invocation(0, "", ""));
    assertThat(Files.exists(out.resolve("latest"))).isTrue();
    assertThat(Invocation.of("check", study(), "--quiet")).isEqualTo(new Invocation(0, "", ""));

    files.with(
        "results.csv",
        (Files.readString(files.path("results.csv")) + "008,4").getBytes(StandardCharsets.UTF_8));
    Invocation broken = Invocation.of("check", study(), "--set", "max_rejects=1", "--quiet");
    assertThat(broken.code()).isZero();
    assertThat(broken.err()).contains("results.csv ends in the middle of line");

    files.with("results.csv", "id,mean,n,sd", "001,x,20,9", "002,45,30,10");
    Invocation refused = Invocation.of("run", study(), "--quiet", "--out", out.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("results.csv");
    Invocation unfit = Invocation.of("check", study(), "--quiet");
    assertThat(unfit.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(unfit.out()).isEmpty();
    assertThat(unfit.err()).contains("results.csv");
  }

  private String study() {
    return files.path("study.yaml").toString();
  }

  private static JsonNode json(int code, String... arguments) throws IOException {
    Invocation invocation = Invocation.of(arguments);
    assertThat(invocation.code()).as(invocation.err()).isEqualTo(code);
    return new ObjectMapper().readTree(invocation.out());
  }
}
