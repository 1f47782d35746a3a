package io.levelfield.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of tables as their readers rely on them, with the version they belong to.
 *
 * @param columns of each table by name: {@code name type}, {@code key} behind those of the key
 */
record TableLayouts(SchemaVersion version, Map<String, List<String>> columns) {
  private static final String VERSION = "schema_version ";

  /** What a change of layouts means to their readers. */
  enum Change {
    NONE,
    ADDED,
    BROKEN
  }

  /** Those of descriptions, in the order in which they come. */
  static TableLayouts of(SchemaVersion version, JsonNode... dataPackages) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (JsonNode dataPackage : dataPackages) {
      for (JsonNode table : dataPackage.path("resources")) {
        JsonNode schema = table.path("schema");
        List<String> key = new ArrayList<>();
        schema.path("primaryKey").forEach(column -> key.add(column.asText()));
        List<String> columns = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
          String name = field.path("name").asText();
          columns.add(
              name + " " + field.path("type").asText() + (key.contains(name) ? " key" : ""));
        }
        tables.put(table.path("name").asText(), columns);
      }
    }
    return new TableLayouts(version, tables);
  }

  /** Reads what {@link #text} wrote. */
  static TableLayouts parse(String text) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    List<String> columns = List.of();
    List<String> lines = text.lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("  ")) {
        columns.add(line.strip());
      } else {
        columns = new ArrayList<>();
        tables.put(line, columns);
      }
    }
    String version = lines.get(0).substring(VERSION.length());
    return new TableLayouts(SchemaVersion.parse(version), tables);
  }

  String text() {
    StringBuilder text = new StringBuilder(VERSION + version + "\n");
    columns.forEach(
        (table, own) -> {
          text.append(table).append('\n');
          own.forEach(column -> text.append("  ").append(column).append('\n'));
        });
    return text.toString();
  }

  /** What these are to readers of earlier ones, who know columns by name. */
  Change since(TableLayouts earlier) {
    if (columns.equals(earlier.columns)) {
      return Change.NONE;
    }
    for (Map.Entry<String, List<String>> table : earlier.columns.entrySet()) {
      List<String> kept = new ArrayList<>(columns.getOrDefault(table.getKey(), List.of()));
      List<String> now = List.copyOf(kept);
      kept.retainAll(table.getValue());
      boolean keyGrew =
          now.stream().anyMatch(own -> own.endsWith(" key") && !table.getValue().contains(own));
      if (!kept.equals(table.getValue()) || keyGrew) {
        return Change.BROKEN;
      }
    }
    return Change.ADDED;
  }

  /** The least version that may follow an earlier one after this change. */
  static SchemaVersion leastAfter(SchemaVersion earlier, Change change) {
    return switch (change) {
      case NONE -> earlier;
      case ADDED -> new SchemaVersion(earlier.major(), earlier.minor() + 1);
      case BROKEN -> new SchemaVersion(earlier.major() + 1, 0);
    };
  }
}
