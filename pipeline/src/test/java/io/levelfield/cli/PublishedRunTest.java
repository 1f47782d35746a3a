package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run appears whole or not at all. */
class PublishedRunTest {
  @TempDir private Path directory;
  private StudyFiles files;
  private Path out;

  @BeforeEach
  void writeStudy() {
    files = TinyStudy.in(directory.resolve("study"));
    out = directory.resolve("out");
  }

  @Test
  void latestPointsToTheNewestRun() throws IOException {
    run();
    Path first = out.resolve("latest").toRealPath();
    run();

    assertThat(out.resolve("latest")).isSymbolicLink();
    assertThat(Files.readSymbolicLink(out.resolve("latest"))).isRelative();
    assertThat(out.resolve("latest").toRealPath()).isNotEqualTo(first);
    assertThat(RunTables.files(out.resolve("runs"))).hasSize(2);
  }

  @Test
  void aRunHasTablesModelManifestAndLog() {
    run();

    assertThat(RunTables.files(out.resolve("latest")))
        .extracting(file -> file.getFileName().toString())
        .contains("csv", "datapackage.json", "levelfield.log", "model", "parquet", "run.json");
  }

  @Test
  void aFailedRunPublishesNothingAndLeavesLatestAsItWas() throws IOException {
    run();
    Path before = out.resolve("latest").toRealPath();
    files.with("results.csv", "id,mean,n,sd", "001,abc,20,9");

    Invocation failed = invoke();

    assertThat(failed.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(out.resolve("latest").toRealPath()).isEqualTo(before);
    assertThat(RunTables.files(out.resolve("runs")))
        .containsExactly(out.resolve("runs").resolve(before.getFileName()));
    List<Path> kept = RunTables.files(out.resolve("failed"));
    assertThat(kept).hasSize(2);
    assertThat(RunTables.read(kept.get(0)))
        .contains("study tiny from", "line 2, column mean, value 'abc': not a number");
    assertThat(kept.get(1).toString()).endsWith(".rejects.csv");
    assertThat(RunTables.read(kept.get(1)))
        .contains("results.csv,2,mean,abc,not a number,001;abc;20;9,rejected");
  }

  @Test
  void anOutputThatAnotherRunHoldsIsLeftAlone() throws IOException {
    Files.createDirectories(out);
    try (var channel =
            FileChannel.open(
                out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      channel.write(ByteBuffer.wrap("by night, PID 7".getBytes(StandardCharsets.UTF_8)));
      Invocation refused = invoke();

      assertThat(lock.isValid()).isTrue();
      assertThat(refused.code()).isEqualTo(ExitCode.OUTPUT_HELD);
      assertThat(refused.err())
          .isEqualTo(
              "levelfield: another run is writing to "
                  + out
                  + " (by night, PID 7); wait for it, or give another --out\n");
      assertThat(RunTables.files(out.resolve("runs"))).isEmpty();
    }
  }

  @Test
  void whatAKilledRunLeftIsCleared() throws IOException {
    Files.createDirectories(out.resolve("runs/.20200101T000000000Z-0000.staging/csv"));

    run();

    assertThat(RunTables.files(out.resolve("runs"))).hasSize(1);
  }

  @Test
  void refusesAnOutputThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("plain"), "a file");
    out = file.resolve("out");

    Invocation refused = invoke();

    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(refused.err()).startsWith("levelfield: cannot write to the output directory " + out);
    assertThat(refused.err()).contains("give another with --out").doesNotContain("\tat ");
  }

  @Test
  void refusesAnOutputWhoseLatestIsADirectory() throws IOException {
    Files.createDirectories(out.resolve("latest/mine"));

    Invocation refused = invoke();

    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(refused.err()).contains(out.resolve("latest") + " is not a link");
    assertThat(RunTables.files(out.resolve("runs"))).isEmpty();
    assertThat(out.resolve("latest/mine")).isDirectory();
  }

  private void run() {
    Invocation run = invoke();
    assertThat(run.code()).as(run.err()).isZero();
  }

  private Invocation invoke() {
    return Invocation.of("run", files.path("study.yaml").toString(), "--out", out.toString());
  }
}
