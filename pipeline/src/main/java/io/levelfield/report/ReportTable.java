package io.levelfield.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table with its meanings in one language: what people are shown, whether it was just computed or
 * read again from a published run.
 *
 * @param title what a row is
 * @param fields the columns in the contract's order
 * @param rows cells in the order of the columns: String, Long, Double or Boolean
 */
record ReportTable(
    String name, String title, List<Field> fields, List<List<Optional<Object>>> rows) {

  /**
   * A column.
   *
   * @param meaning in the language of the table
   */
  record Field(String name, Column.Type type, String meaning) {
    /** The meaning without what follows its first clause: short enough to stand above a column. */
    String heading() {
      return meaning.split("; |: |, \\d| \\(|\\. ", 2)[0];
    }
  }

  ReportTable {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  static ReportTable of(Table table, Texts texts) {
    List<Field> fields =
        table.columns().stream()
            .map(c -> new Field(c.name(), c.type(), DataPackage.meaning(c, texts)))
            .toList();
    return new ReportTable(table.name(), DataPackage.title(table, texts), fields, table.rows());
  }

  /** Headings of the columns, each of which stands once: a second one has its name beside it. */
  List<String> headings() {
    Set<String> taken = new HashSet<>();
    return fields.stream()
        .map(
            field ->
                taken.add(field.heading())
                    ? field.heading()
                    : field.heading() + " (" + field.name() + ")")
        .toList();
  }

  /**
   * Whether people need not see a column: it is for programs or for readers of another language, or
   * a column of words stands beside it.
   */
  boolean forPrograms(Field field, Language language) {
    String other = language == Language.RU ? "_en" : "_ru";
    return field.name().endsWith("_data")
        || field.name().endsWith(other)
        || fields.stream().anyMatch(beside -> beside.name().equals(field.name() + "_text"));
  }

  /** The rows as trees, as a published run gives them. */
  List<ObjectNode> nodes() {
    List<ObjectNode> nodes = new ArrayList<>(rows.size());
    for (List<Optional<Object>> row : rows) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      for (int c = 0; c < fields.size(); c++) {
        put(node, fields.get(c).name(), row.get(c).orElse(null));
      }
      nodes.add(node);
    }
    return nodes;
  }

  private static void put(ObjectNode node, String name, Object value) {
    if (value instanceof Long whole) {
      node.put(name, whole);
    } else if (value instanceof Double number) {
      node.put(name, number);
    } else if (value instanceof Boolean flag) {
      node.put(name, flag);
    } else {
      node.put(name, (String) value);
    }
  }

  /** Place of a column. */
  int indexOf(String column) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + column);
  }
}
