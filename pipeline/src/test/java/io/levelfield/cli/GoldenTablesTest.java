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
 * The tables of the tiny study are those committed. Whoever changes them on purpose rewrites them
 * with {@code mvn test -Dtest=GoldenTablesTest -Dlevelfield.golden=write} and reads the difference.
 */
class GoldenTablesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/tiny");

  @TempDir private Path directory;

  @Test
  void tablesAreThoseCommitted() throws IOException {
    String study = TinyStudy.in(directory).path("study.yaml").toString();
    Path out = directory.resolve("out");
    Invocation run = Invocation.of("run", study, "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> tables = RunTables.latest(out);

    if ("write".equals(System.getProperty("levelfield.golden"))) {
      rewrite(tables);
    }

    Map<String, String> committed = new TreeMap<>();
    for (Path file : RunTables.files(GOLDEN)) {
      committed.put(file.getFileName().toString(), RunTables.read(file));
    }
    assertThat(tables.keySet()).isEqualTo(committed.keySet());
    tables.forEach((table, text) -> assertThat(text).as(table).isEqualTo(committed.get(table)));
  }

  private static void rewrite(Map<String, String> tables) throws IOException {
    for (Path stale : RunTables.files(Files.createDirectories(GOLDEN))) {
      Files.delete(stale);
    }
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(GOLDEN.resolve(table.getKey()), table.getValue());
    }
  }
}
