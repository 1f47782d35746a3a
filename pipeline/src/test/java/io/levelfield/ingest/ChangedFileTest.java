package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written to, replaced or removed while it is read. */
class ChangedFileTest {
  @TempDir private Path directory;
  private Path file;
  private InputLoop loop;

  @BeforeEach
  void open() throws IOException {
    file = Files.writeString(directory.resolve("schools.csv"), "id,name\n1,Oak\n");
    Study study =
        StudyLoader.parse(
            """
            study: tiny
            inputs:
              schools: [{path: schools.csv, columns: {school_id: id, name: name}}]
              results: [{path: results.csv, shape: pupils, columns: {school_id: id, score: score, year: year}}]
            """,
            List.of());
    var workers =
        new Workers(
            () -> {
              throw new IllegalStateException("Spark is not needed");
            },
            false);
    loop = new InputLoop(directory, new InputLog(study.maxRejects(), Map.of(), true), workers);
    loop.open("inputs.schools[0]", "schools", study.inputs().schools().get(0), List.of("id"));
  }

  @Test
  void isTakenAsItStands() {
    assertThatCode(loop::refuseChanged).doesNotThrowAnyException();
  }

  @Test
  void isRefusedWhenItGrew() throws IOException {
    Files.writeString(file, "2,Elm\n", StandardOpenOption.APPEND);
    assertRefused();
  }

  @Test
  void isRefusedWhenItWasReplaced() throws IOException {
    Path other = Files.writeString(directory.resolve("other.csv"), "id,name\n1,Elm\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertRefused();
  }

  @Test
  void isRefusedWhenItIsGone() throws IOException {
    Files.delete(file);
    assertRefused();
  }

  private void assertRefused() {
    assertThatThrownBy(loop::refuseChanged)
        .isInstanceOf(InputsRefused.class)
        .hasMessageContaining("schools.csv");
  }
}
