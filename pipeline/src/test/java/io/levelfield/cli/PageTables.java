package io.levelfield.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data that a page holds for its programs. */
record PageTables(JsonNode data) {
  private static final String BEGIN = "<script type=\"application/json\" id=\"data\">";

  static PageTables of(Path page) {
    try {
      return new PageTables(new ObjectMapper().readTree(text(RunTables.read(page))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text of the element that holds the data. */
  static String text(String html) {
    int begin = html.indexOf(BEGIN) + BEGIN.length();
    return html.substring(begin, html.indexOf("</script>", begin));
  }

  /** Cells of a column as text, empty where there are none. */
  List<String> column(String table, String name) {
    JsonNode column = data.path("tables").path(table).path(name);
    List<String> cells = new ArrayList<>();
    if (column.has("texts")) {
      column
          .path("at")
          .forEach(
              at -> cells.add(at.isNull() ? "" : column.path("texts").path(at.asInt()).asText()));
    } else {
      column.forEach(cell -> cells.add(cell.isNull() ? "" : cell.asText()));
    }
    return cells;
  }

  /** Codes of the schools that a column of places names. */
  List<String> schools(String table, String name) {
    List<String> codes = column("schools", "school_id");
    return column(table, name).stream()
        .map(place -> place.isEmpty() ? "" : codes.get(Integer.parseInt(place)))
        .toList();
  }
}
