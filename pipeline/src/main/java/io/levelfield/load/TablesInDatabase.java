package io.levelfield.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in a schema of the database.
 *
 * @param columns of tables and views by name: type by name of the column, as the server writes it
 * @param keys columns of primary keys by table, in the key's order
 */
record TablesInDatabase(Map<String, Map<String, String>> columns, Map<String, List<String>> keys) {
  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY c.relname, a.attnum
      """;

  private static final String KEYS =
      """
      SELECT c.relname, a.attname
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE n.nspname = ? AND i.indisprimary
      ORDER BY c.relname, k.place
      """;

  static TablesInDatabase read(Connection database, String schema) throws SQLException {
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    try (PreparedStatement query = database.prepareStatement(COLUMNS)) {
      query.setString(1, PostgresName.of(schema));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns
              .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
              .put(row.getString(2), row.getString(3));
        }
      }
    }
    try (PreparedStatement query = database.prepareStatement(KEYS)) {
      query.setString(1, PostgresName.of(schema));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          keys.computeIfAbsent(row.getString(1), table -> new ArrayList<>()).add(row.getString(2));
        }
      }
    }
    return new TablesInDatabase(columns, keys);
  }

  boolean has(String tableOrView) {
    return columns.containsKey(tableOrView);
  }
}
