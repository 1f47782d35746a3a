package io.levelfield.report;

import io.levelfield.text.Texts;
import java.util.List;
import java.util.Optional;

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
