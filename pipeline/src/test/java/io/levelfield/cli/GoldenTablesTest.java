package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of a tiny study and of the sample district are those committed. Whoever changes them
 * on purpose rewrites them with {@code mvn test -Dtest=GoldenTablesTest -Dlevelfield.golden=write}
 * and reads the difference.
 */
class GoldenTablesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path directory;

  @Test
  void tablesOfTheTinyStudyAreThoseCommitted() throws IOException {
    sameAsCommitted("tiny", TinyStudy.in(directory).path("study.yaml").toString());
  }

  /** The sample has every kind of table; draws are few here, as more of them show no more. */
  @Test
  void tablesOfTheSampleAreThoseCommitted() throws IOException {
    sameAsCommitted(
        "safonovo-sample",
        "../configs/safonovo-sample.yaml",
        "clusters.restarts=5",
        "clusters.bootstraps=20",
        "clusters.null_sets=20",
        "context_index.uncertainty.replicates=50",
        "identify.simulation.districts=2",
        "support.effect.permutations=199",
        "outputs.html=false",
        "outputs.office=false",
        "outputs.xlsx=false");
  }

  private void sameAsCommitted(String name, String study, String... settings) throws IOException {
    Path out = directory.resolve("out");
    Invocation run = Invocation.run(study, out, settings);
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> tables = RunTables.latest(out);

    Path golden = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("levelfield.golden"))) {
      rewrite(golden, tables);
    }

    Map<String, String> committed = new TreeMap<>();
    for (Path file : RunTables.files(golden)) {
      committed.put(file.getFileName().toString(), RunTables.read(file));
    }
    assertThat(tables.keySet()).isEqualTo(committed.keySet());
    tables.forEach((table, text) -> assertThat(text).as(table).isEqualTo(committed.get(table)));
  }

  private static void rewrite(Path golden, Map<String, String> tables) throws IOException {
    for (Path stale : RunTables.files(Files.createDirectories(golden))) {
      Files.delete(stale);
    }
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(golden.resolve(table.getKey()), table.getValue());
    }
  }
}
