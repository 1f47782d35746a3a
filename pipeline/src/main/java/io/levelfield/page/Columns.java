package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table column by column, which takes a third of the room of rows: names once, codes of schools
 * as places in the table of schools, texts that come again as places in a list.
 */
final class Columns {
  /** Digits are more than any picture or table of the page shows. */
  private static final MathContext DIGITS = new MathContext(6);

  private static final Set<String> SCHOOLS =
      Set.of("school_id", "neighbour_id", "partner_id", "second_best_id", "centre_id");

  private final RunTables tables;

  Columns(RunTables tables) {
    this.tables = tables;
  }

  /** The table of schools, whose codes are shown as they are. */
  ObjectNode schools(List<String> names) {
    ObjectNode columns = of(tables.rows("schools"), names);
    ArrayNode codes = columns.putArray("school_id");
    tables.rows("schools").forEach(row -> codes.add(row.path("school_id").asText()));
    return columns;
  }

  /** The rows' columns of these names; those the table does not have are left out. */
  ObjectNode of(List<ObjectNode> rows, List<String> names) {
    ObjectNode columns = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      if (!rows.isEmpty() && rows.get(0).has(name)) {
        columns.set(name, column(rows, name));
      }
    }
    columns.put("rows", rows.size());
    return columns;
  }

  private JsonNode column(List<ObjectNode> rows, String name) {
    ArrayNode cells = JsonNodeFactory.instance.arrayNode(rows.size());
    for (ObjectNode row : rows) {
      JsonNode cell = row.path(name);
      if (SCHOOLS.contains(name)) {
        tables.place(cell.asText()).ifPresentOrElse(cells::add, cells::addNull);
      } else if (cell.isDouble()) {
        cells.add(rounded(cell.doubleValue()));
      } else {
        cells.add(cell);
      }
    }
    return listed(cells);
  }

  private static BigDecimal rounded(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** Texts of which many are the same: a list of them, and for each cell its place in it. */
  private static JsonNode listed(ArrayNode cells) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (JsonNode cell : cells) {
      if (cell.isTextual()) {
        places.putIfAbsent(cell.textValue(), places.size());
      } else if (!cell.isNull()) {
        return cells;
      }
    }
    if (places.size() * 2 > cells.size()) {
      return cells;
    }
    ObjectNode listed = JsonNodeFactory.instance.objectNode();
    ArrayNode texts = listed.putArray("texts");
    places.keySet().forEach(texts::add);
    ArrayNode at = listed.putArray("at");
    for (JsonNode cell : cells) {
      if (cell.isNull()) {
        at.addNull();
      } else {
        at.add(places.get(cell.textValue()));
      }
    }
    return listed;
  }
}
