package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A column that the study does not map and in which rows that contradict each other differ: a file
 * that has a row for girls and one for boys, or for several levels, is no file of mistakes.
 */
final class TellingColumn {
  /** So many contradictory rows show it. */
  private static final int MOST_ROWS = 1_000;

  /** A column with more values tells single rows, not kinds of rows. */
  private static final int MOST_VALUES = 12;

  private static final int VALUES_NAMED = 6;

  private record Row(CsvShape shape, List<String> texts, RowAt other) {}

  private final Map<RowAt, Row> rows = new HashMap<>();

  /** Adds a row that contradicts another. */
  void add(CsvShape shape, RowAt at, FieldBuffer row, RowAt other) {
    if (rows.size() < MOST_ROWS) {
      rows.put(at, new Row(shape, row.texts(), other));
    }
  }

  /**
   * How to choose among the rows, where a column tells them apart.
   *
   * @param mapped columns that the study reads
   */
  Optional<Message> cure(Collection<String> mapped) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    CsvShape shape = rows.values().iterator().next().shape();
    for (int column = 0; column < shape.plan().fileColumns(); column++) {
      String name = shape.header().get(column);
      SortedSet<String> values = mapped.contains(name) ? new TreeSet<>() : values(column);
      if (values.size() > 1 && values.size() <= MOST_VALUES) {
        String named = String.join(", ", values.stream().limit(VALUES_NAMED).toList());
        return Optional.of(Message.of("cure.where", name, named));
      }
    }
    return Optional.empty();
  }

  /** Values of a column in which all these rows differ from those they contradict; else none. */
  private SortedSet<String> values(int column) {
    SortedSet<String> values = new TreeSet<>();
    for (Row row : rows.values()) {
      Row other = rows.get(row.other());
      boolean comparable = other != null && other.shape().equals(row.shape());
      if (!comparable || row.texts().get(column).equals(other.texts().get(column))) {
        return new TreeSet<>();
      }
      values.add(row.texts().get(column));
    }
    return values;
  }
}
