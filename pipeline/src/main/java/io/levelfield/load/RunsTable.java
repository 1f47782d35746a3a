package io.levelfield.load;

import static io.levelfield.load.PostgresName.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import io.levelfield.report.Json;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.SchemaVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/** The runs that a schema holds, a row each; with a row go its run's rows of all tables. */
record RunsTable(String schema) {
  static final String NAME = "runs";

  /** Name of the view of the newest run of each study. */
  static final String LATEST = "latest_runs";

  private String name() {
    return quoted(schema) + "." + quoted(NAME);
  }

  /** What makes the table and its view where they are missing. */
  List<String> preparation(TablesInDatabase present) {
    if (present.has(NAME)) {
      return List.of();
    }
    return List.of(
        """
        CREATE TABLE %s (
          run_id text PRIMARY KEY,
          study text NOT NULL,
          published timestamptz NOT NULL,
          loaded timestamptz NOT NULL DEFAULT now(),
          program_version text NOT NULL,
          schema_version text NOT NULL,
          year bigint NOT NULL,
          configuration_sha256 text NOT NULL,
          inputs jsonb NOT NULL)
        """
            .formatted(name()),
        "COMMENT ON TABLE %s IS 'Levelfield: a row per run'".formatted(name()),
        "COMMENT ON COLUMN %s.run_id IS 'begins with the time in UTC at which the run began: in alphabetical order runs stand in that of time'"
            .formatted(name()),
        "COMMENT ON COLUMN %s.year IS 'judged year'".formatted(name()),
        "COMMENT ON COLUMN %s.inputs IS 'input files with their SHA-256 and accounts of rows, as in run.json'"
            .formatted(name()),
        "CREATE VIEW %s.%s AS SELECT DISTINCT ON (study) * FROM %s ORDER BY study, run_id DESC"
            .formatted(quoted(schema), quoted(LATEST), name()),
        "COMMENT ON VIEW %s.%s IS 'Levelfield: the newest run of each study'"
            .formatted(quoted(schema), quoted(LATEST)));
  }

  /**
   * Refuses a run whose columns mean other things than those of the runs that are there.
   *
   * @throws LoadProblem if the first number of a version differs
   */
  void requireSameContract(Connection database, PublishedRun run) throws SQLException {
    SchemaVersion own = version(run);
    try (PreparedStatement query =
            database.prepareStatement("SELECT DISTINCT schema_version FROM " + name());
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        if (SchemaVersion.parse(row.getString(1)).major() != own.major()) {
          throw new LoadProblem(
              Message.of("load.other-version", schema, row.getString(1), own.toString()));
        }
      }
    }
  }

  private static SchemaVersion version(PublishedRun run) {
    JsonNode version = run.manifest().path("schema_version");
    if (version.isMissingNode()) {
      throw new LoadProblem(Message.of("load.too-old", run.id()));
    }
    return SchemaVersion.parse(version.asText());
  }

  /** Puts a run's row in the place of the one it had; its rows of all tables go with that. */
  void replace(Connection database, PublishedRun run) throws SQLException {
    remove(database, "run_id = ?", run.id());
    JsonNode manifest = run.manifest();
    String sql =
        "INSERT INTO %s (run_id, study, published, program_version, schema_version, year, configuration_sha256, inputs) VALUES (?, ?, ?::timestamptz, ?, ?, ?, ?, ?::jsonb)"
            .formatted(name());
    try (PreparedStatement insert = database.prepareStatement(sql)) {
      insert.setString(1, run.id());
      insert.setString(2, run.study());
      insert.setString(3, manifest.path("published").asText());
      insert.setString(4, manifest.path("versions").path("levelfield").asText());
      insert.setString(5, version(run).toString());
      insert.setLong(6, manifest.path("year").asLong());
      insert.setString(7, manifest.path("configuration_sha256").asText());
      insert.setString(8, Json.text(manifest.path("inputs")));
      insert.executeUpdate();
    }
  }

  /**
   * Removes a study's runs that are older than those it keeps, but never the one just loaded.
   *
   * @param keep newest runs of the study that stay; all where it is absent
   */
  void keepNewest(Connection database, PublishedRun loaded, OptionalInt keep) throws SQLException {
    if (keep.isPresent()) {
      remove(
          database,
          "study = ? AND run_id <> ? AND run_id NOT IN (SELECT run_id FROM "
              + name()
              + " WHERE study = ? ORDER BY run_id DESC LIMIT "
              + keep.getAsInt()
              + ")",
          loaded.study(),
          loaded.id(),
          loaded.study());
    }
  }

  private void remove(Connection database, String which, String... values) throws SQLException {
    String sql = "DELETE FROM " + name() + " WHERE " + which;
    try (PreparedStatement delete = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        delete.setString(i + 1, values[i]);
      }
      delete.executeUpdate();
    }
  }
}
