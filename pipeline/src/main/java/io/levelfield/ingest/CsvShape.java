package io.levelfield.ingest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a task needs to know to read a part of a file.
 *
 * @param name the file as the study names it
 * @param format how it is written
 * @param header column names in file order, and behind them those the plan makes
 * @param styles how numbers of a column are written, where it is known better than by the format
 * @param plan what is made of its rows before they are read
 */
record CsvShape(
    String name,
    CsvFormat format,
    List<String> header,
    Map<String, NumberStyle> styles,
    RowPlan plan)
    implements Serializable {

  CsvShape {
    header = List.copyOf(header);
    styles = Map.copyOf(styles);
  }

  /** A file whose rows are read as they stand. */
  CsvShape(String name, CsvFormat format, List<String> header) {
    this(name, format, header, Map.of(), RowPlan.asTheyStand(header));
  }

  /** The same file with its numbers in a column written like this. */
  CsvShape with(String column, NumberStyle style) {
    Map<String, NumberStyle> all = new HashMap<>(styles);
    all.put(column, style);
    return new CsvShape(name, format, header, all, plan);
  }

  /** How the numbers of a column are written. */
  NumberStyle style(int column) {
    return styles.getOrDefault(header.get(column), format.numbers());
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
