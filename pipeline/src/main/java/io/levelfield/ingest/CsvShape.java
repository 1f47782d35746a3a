package io.levelfield.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a task needs to know to read a part of a file.
 *
 * @param name the file as the study names it
 * @param format how it is written
 * @param header column names in file order, and behind them those the plan makes
 * @param plan what is made of its rows before they are read
 */
record CsvShape(String name, CsvFormat format, List<String> header, RowPlan plan)
    implements Serializable {

  CsvShape {
    header = List.copyOf(header);
  }

  /** A file whose rows are read as they stand. */
  CsvShape(String name, CsvFormat format, List<String> header) {
    this(name, format, header, RowPlan.asTheyStand(header));
  }

  /** Place of a column; the file is known to have it. */
  int column(String column) {
    int at = header.indexOf(column);
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
