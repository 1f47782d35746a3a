package io.levelfield.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The tables of {@code docs/tables.md}: every table and column of a run's data package. */
final class TablesReference {
  private static final String BEGIN = "<!-- begin: made from the data package -->\n";
  private static final String END = "<!-- end: made from the data package -->\n";

  private TablesReference() {}

  /** The page with its tables made anew. */
  static String replaceIn(String page, JsonNode dataPackage) {
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    return page.substring(0, from) + tables(dataPackage) + page.substring(to);
  }

  private static String tables(JsonNode dataPackage) {
    StringBuilder page = new StringBuilder();
    dataPackage.path("resources").forEach(table -> page.append(table(table)));
    return page.append("\n").toString();
  }

  private static String table(JsonNode table) {
    StringBuilder section = new StringBuilder();
    section.append("\n### `").append(table.path("name").asText()).append("`\n\n");
    section.append(table.path("title_en").asText()).append(".  \n");
    section.append(table.path("title_ru").asText()).append(".  \n");
    section.append("Key: ").append(key(table)).append(".\n");
    section.append("\n| column | type | meaning | значение |\n|---|---|---|---|\n");
    table.path("schema").path("fields").forEach(field -> section.append(row(field)));
    return section.toString();
  }

  private static String key(JsonNode table) {
    return StreamSupport.stream(table.path("schema").path("primaryKey").spliterator(), false)
        .map(column -> "`" + column.asText() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String row(JsonNode field) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            field.path("name").asText(),
            field.path("type").asText(),
            cell(field.path("description_en")),
            cell(field.path("description_ru")));
  }

  private static String cell(JsonNode text) {
    return text.asText().replace("|", "\\|");
  }
}
