package io.levelfield.load;

import static io.levelfield.load.PostgresName.literal;
import static io.levelfield.load.PostgresName.quoted;

import io.levelfield.model.text.Message;
import io.levelfield.report.PublishedTable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A table of a run in the database: the run's id, then the columns of the contract. It is made when
 * it is missing and gets the columns it lacks; what it has is never altered.
 */
record TableInSchema(String schema, PublishedTable table) {
  static final String RUN_ID = "run_id";

  /** A setting of the transaction that tells rows their run, so that the CSV is copied as it is. */
  static final String RUN_SETTING = "levelfield.run_id";

  private String name() {
    return quoted(schema) + "." + quoted(table.name());
  }

  private static String type(PublishedTable.Field column) {
    return switch (column.type()) {
      case "integer" -> "bigint";
      case "number" -> "double precision";
      case "boolean" -> "boolean";
      default -> "text";
    };
  }

  private List<String> key() {
    return Stream.concat(Stream.of(RUN_ID), table.key().stream()).toList();
  }

  /**
   * What must be told the server before rows of the run fit.
   *
   * @throws LoadProblem if a column has another type there, or the key is another
   */
  List<String> preparation(TablesInDatabase present) {
    List<String> statements = new ArrayList<>();
    boolean isNew = !present.has(PostgresName.of(table.name()));
    if (isNew) {
      statements.add(creation());
    } else {
      statements.addAll(additions(present));
    }
    if (!statements.isEmpty() || !present.has(PostgresName.of(latest()))) {
      statements.add(
          "CREATE OR REPLACE VIEW %s.%s AS SELECT r.study, t.* FROM %s t JOIN %s.%s r USING (%s)"
              .formatted(
                  quoted(schema),
                  quoted(latest()),
                  name(),
                  quoted(schema),
                  quoted(RunsTable.LATEST),
                  RUN_ID));
      statements.add(
          "COMMENT ON VIEW %s.%s IS %s"
              .formatted(quoted(schema), quoted(latest()), literal(table.title())));
    }
    statements.add("COMMENT ON TABLE %s IS %s".formatted(name(), literal(table.title())));
    for (PublishedTable.Field column : table.columns()) {
      statements.add(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(name(), quoted(column.name()), literal(column.meaning())));
    }
    return statements;
  }

  /** Name of the view that holds the rows of each study's newest run. */
  private String latest() {
    return "latest_" + table.name();
  }

  private String creation() {
    String columns =
        table.columns().stream()
            .map(column -> quoted(column.name()) + " " + type(column))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE %s (%s text DEFAULT current_setting('%s') REFERENCES %s.%s ON DELETE CASCADE, %s, PRIMARY KEY (%s))"
        .formatted(
            name(), RUN_ID, RUN_SETTING, quoted(schema), RunsTable.NAME, columns, names(key()));
  }

  private List<String> additions(TablesInDatabase present) {
    Map<String, String> there = present.columns().get(PostgresName.of(table.name()));
    List<String> keyThere = present.keys().getOrDefault(PostgresName.of(table.name()), List.of());
    if (!keyThere.equals(key().stream().map(PostgresName::of).toList())) {
      throw new LoadProblem(
          Message.of(
              "load.other-key",
              schema + "." + table.name(),
              String.join(", ", keyThere),
              String.join(", ", key())));
    }
    List<String> statements = new ArrayList<>();
    for (PublishedTable.Field column : table.columns()) {
      String type = there.get(PostgresName.of(column.name()));
      if (type == null) {
        statements.add(
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(name(), quoted(column.name()), type(column)));
      } else if (!type.equals(type(column))) {
        throw new LoadProblem(
            Message.of(
                "load.other-type",
                schema + "." + table.name() + "." + column.name(),
                type,
                type(column)));
      }
    }
    return statements;
  }

  /**
   * Copies the rows of the file.
   *
   * @return how many
   */
  long copy(Connection database) throws SQLException, IOException {
    // An empty text of a key is a value; any other empty cell is an absent one.
    List<String> filled =
        table.columns().stream()
            .filter(column -> table.key().contains(column.name()) && type(column).equals("text"))
            .map(PublishedTable.Field::name)
            .toList();
    String sql =
        "COPY %s (%s) FROM STDIN (FORMAT csv, HEADER true%s)"
            .formatted(
                name(),
                names(table.columns().stream().map(PublishedTable.Field::name).toList()),
                filled.isEmpty() ? "" : ", FORCE_NOT_NULL (" + names(filled) + ")");
    try (InputStream rows = table.open()) {
      return database.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
    }
  }

  private static String names(List<String> columns) {
    return columns.stream().map(PostgresName::quoted).collect(Collectors.joining(", "));
  }
}
