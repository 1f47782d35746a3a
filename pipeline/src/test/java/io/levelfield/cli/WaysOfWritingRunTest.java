package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.WrittenStudy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However tables are written, all tables of the run are the same to the byte. */
class WaysOfWritingRunTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {2, 5})
  void changeNothing(long seed) {
    Map<String, String> plain =
        tables(WrittenStudy.plainly(seed, directory.resolve("plain")), "plain");
    WrittenStudy written = WrittenStudy.anyhow(seed, directory.resolve("written"), true);

    assertThat(tables(written, "written")).as(written.toString()).isEqualTo(plain);
  }

  private Map<String, String> tables(WrittenStudy study, String name) {
    study
        .files()
        .with("study.yaml", "study: random", study.yaml(), "clusters: {k: 2, restarts: 5}");
    Path out = directory.resolve(name + "-out");
    Invocation run =
        Invocation.of("run", study.files().path("study.yaml").toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err() + study).isZero();
    return RunTables.latest(out);
  }
}
