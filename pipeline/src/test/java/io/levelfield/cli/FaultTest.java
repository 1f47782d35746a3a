package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a fault of the program comes to, such as a row that was lost. */
class FaultTest {

  @Test
  void endsWithOneAndSaysWhatDoesNotHold() {
    var err = new StringWriter();
    var command = new CommandLine(new LevelfieldCommand()).setErr(new PrintWriter(err));
    command.parseArgs();

    int code =
        new Failures()
            .handleExecutionException(
                new IllegalStateException("9 rows of r.csv were read, but 8 are accounted for"),
                command,
                command.getParseResult());

    assertThat(code).isEqualTo(ExitCode.FAULT);
    assertThat(err.toString()).contains("9 rows of r.csv were read, but 8 are accounted for");
  }

  @Test
  void aRunTellsThatEveryRowIsAccountedFor() throws IOException {
    JsonNode inputs = Json.read(SampleRun.directory().resolve("run.json")).path("inputs");

    assertThat(inputs).isNotEmpty();
    for (JsonNode input : inputs) {
      assertThat(input.path("rows").asLong()).isPositive();
      assertThat(input.path("accounted")).isEqualTo(input.path("rows"));
    }
  }
}
