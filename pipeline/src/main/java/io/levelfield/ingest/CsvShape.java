package io.levelfield.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a task needs to know to read a part of a file.
 *
 * @param name the file as the study names it
 * @param format how it is written
 * @param header column names in file order
 */
record CsvShape(String name, CsvFormat format, List<String> header) implements Serializable {

  CsvShape {
    header = List.copyOf(header);
  }

  /** Place of a column, which may be the second of its name; the file is known to have it. */
  int column(String column) {
    int at = ColumnNames.at(header, column);
    if (at < 0) {
      throw new IllegalArgumentException(name + " has no column " + column);
    }
    return at;
  }

  /** Place of a column the study may leave out, {@link Cells#ABSENT} then. */
  int column(Optional<String> column) {
    return column.map(this::column).orElse(Cells.ABSENT);
  }
}
