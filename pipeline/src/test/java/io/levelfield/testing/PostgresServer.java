package io.levelfield.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server of the test suite, started on first use, which lets in whoever runs the
 * tests.
 */
public final class PostgresServer {
  private PostgresServer() {}

  /**
   * Its address, without a user.
   *
   * @throws org.opentest4j.TestAbortedException where no server can run: none starts as root, and
   *     this machine forbids the namespaces in which root could be somebody else
   */
  public static String url() {
    assumeTrue(
        !System.getProperty("user.name").equals("root") || namespacesAreAllowed(),
        "PostgreSQL does not run as root, and user namespaces are forbidden here");
    return "jdbc:postgresql://localhost:" + Holder.SERVER.getPort() + "/postgres";
  }

  private static boolean namespacesAreAllowed() {
    try {
      return new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs statements as the server's owner. */
  public static void execute(String sql) {
    url();
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Cells of the rows of a query as text, an absent one as nothing. */
  public static List<List<String>> rows(String sql) {
    url();
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
          Object value = result.getObject(c);
          row.add(value == null ? "" : value.toString());
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The one cell of a query. */
  public static String cell(String sql) {
    List<List<String>> rows = rows(sql);
    assertThat(rows).as(sql).hasSize(1);
    assertThat(rows.get(0)).as(sql).hasSize(1);
    return rows.get(0).get(0);
  }

  private static final class Holder {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute(
              "CREATE ROLE \"" + System.getProperty("user.name") + "\" SUPERUSER LOGIN");
        }
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
