package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queries of {@code docs/dashboards.md} run as they stand there, on the sample's run. */
class DashboardsTest {
  private static final Path PAGE = Path.of("../docs/dashboards.md");

  private static List<String> blocks(String info) throws IOException {
    List<String> blocks =
        Pattern.compile("^```" + info + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).as(info).isNotEmpty();
    return blocks;
  }

  @Test
  void queriesOfTheDatabaseFindRows() throws IOException {
    String run = SampleRun.directory().toString();
    PostgresServer.execute("DROP SCHEMA IF EXISTS levelfield CASCADE");
    Invocation load = Invocation.of("load", run, "--url", PostgresServer.url());
    assertThat(load.code()).as(load.err()).isZero();

    for (String block : blocks("sql")) {
      if (block.startsWith("SELECT")) {
        assertThat(PostgresServer.rows(block)).as(block).isNotEmpty();
      } else {
        PostgresServer.execute(block);
      }
    }
    PostgresServer.execute(
        "SET ROLE dashboards; SELECT count(*) FROM levelfield.latest_schools; RESET ROLE");
  }

  @Test
  void queriesOfParquetFilesFindRows() throws IOException, SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String block : blocks("sql duckdb")) {
        String query =
            block.replace("out/safonovo-sample/latest", SampleRun.directory().toString());
        assertThat(query).isNotEqualTo(block);
        try (ResultSet rows = statement.executeQuery(query)) {
          assertThat(rows.next()).as(query).isTrue();
        }
      }
    }
  }
}
