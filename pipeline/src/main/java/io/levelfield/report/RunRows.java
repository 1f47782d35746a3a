package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a run's tables, whether they were just computed or read again from its files. */
@FunctionalInterface
public interface RunRows {
  /** Rows in the order of the table; none where the run has no such table. */
  List<ObjectNode> rows(String table);

  /** Rows of the newest year that a table has of each school. */
  default List<ObjectNode> newestOfEach(String table) {
    Map<String, Integer> newest = new HashMap<>();
    rows(table)
        .forEach(
            row ->
                newest.merge(row.path("school_id").asText(), row.path("year").asInt(), Math::max));
    return rows(table).stream()
        .filter(row -> row.path("year").asInt() == newest.get(row.path("school_id").asText()))
        .toList();
  }
}
