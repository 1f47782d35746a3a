package io.levelfield.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir private Path out;

  @Test
  void aRunAppearsWholeAndIsClosedToStrangers() throws IOException {
    Path run;
    try (RunDirectory directory = RunDirectory.stage(out, "first")) {
      Path table = Files.createDirectories(directory.staging().resolve("csv")).resolve("a.csv");
      Files.writeString(table, "a\n1\n");
      assertThat(out.resolve("latest")).doesNotExist();
      run = directory.publish(OptionalInt.empty());
    }

    assertThat(out.resolve("latest").toRealPath()).isEqualTo(run.toRealPath());
    assertThat(mode(run)).isEqualTo("rwxr-x---");
    assertThat(mode(run.resolve("csv"))).isEqualTo("rwxr-x---");
    assertThat(mode(run.resolve("csv/a.csv"))).isEqualTo("rw-r-----");
  }

  @Test
  void onlyTheNewestRunsAreKept() throws IOException {
    for (String id : List.of("2026-1", "2026-2", "2026-3")) {
      try (RunDirectory directory = RunDirectory.stage(out, id)) {
        directory.publish(OptionalInt.of(2));
      }
    }
    // A clock set back gives the new run the oldest name.
    try (RunDirectory directory = RunDirectory.stage(out, "2020-1")) {
      directory.publish(OptionalInt.of(2));
    }

    assertThat(out.resolve("latest").toRealPath().getFileName()).hasToString("2020-1");
    assertThat(out.resolve("runs").toFile().list()).containsExactlyInAnyOrder("2026-3", "2020-1");
  }

  @Test
  void whatAKilledRunLeftIsRemovedByTheNext() throws IOException {
    Path stale = Files.createDirectories(out.resolve("runs/.killed.staging/csv"));

    try (RunDirectory directory = RunDirectory.stage(out, "next")) {
      assertThat(stale).doesNotExist();
      assertThat(directory.staging()).isDirectory();
    }
    assertThat(out.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void aFailedRunLeavesItsLogForItsGroupAlone() throws IOException {
    try (RunDirectory directory = RunDirectory.stage(out, "failed")) {
      Files.writeString(directory.staging().resolve(RunDirectory.LOG), "why\n");
    }

    assertThat(out.resolve("failed/failed.log")).hasContent("why");
    assertThat(mode(out.resolve("failed/failed.log"))).isEqualTo("rw-r-----");
  }

  @Test
  void whoeverHoldsTheDirectoryIsNamed() throws IOException {
    try (RunDirectory holder = RunDirectory.stage(out, "holder-1")) {
      assertThat(holder.out()).isEqualTo(out);
      assertThatThrownBy(() -> RunDirectory.stage(out, "other"))
          .isInstanceOfSatisfying(
              OutputProblem.class,
              problem ->
                  assertThat(Texts.in(Language.EN).of(problem.told()))
                      .contains("holder-1, PID " + ProcessHandle.current().pid()));
    }
    RunDirectory.stage(out, "other").close();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
