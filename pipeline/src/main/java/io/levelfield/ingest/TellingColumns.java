package io.levelfield.ingest;

import static java.util.stream.Collectors.joining;

import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns that the study does not map and in which rows that contradict each other differ: a file
 * that has a row for girls and one for boys, or for several levels, is no file of mistakes.
 */
final class TellingColumns {
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
   * How to choose among the rows, where columns of few values tell them all apart.
   *
   * @param path YAML path of the input
   * @param mapped columns that the study reads
   */
  Optional<Message> cure(String path, Collection<String> mapped) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    CsvShape shape = rows.values().iterator().next().shape();
    List<Integer> unmapped =
        IntStream.range(0, shape.plan().fileColumns())
            .filter(column -> !mapped.contains(shape.header().get(column)))
            .filter(column -> values(column).size() <= MOST_VALUES)
            .boxed()
            .toList();
    List<Row> untold = new ArrayList<>(rows.values());
    List<String> telling = new ArrayList<>();
    while (!untold.isEmpty()) {
      Optional<Integer> best =
          unmapped.stream().max(Comparator.comparing(column -> told(untold, column).size()));
      List<Row> told = best.map(column -> told(untold, column)).orElse(List.of());
      if (told.isEmpty()) {
        return Optional.empty();
      }
      untold.removeAll(told);
      String values = values(best.get()).stream().limit(VALUES_NAMED).collect(joining(", "));
      telling.add("\"" + shape.header().get(best.get()) + "\" (" + values + ")");
    }
    return Optional.of(Message.of("cure.where", path, String.join("; ", telling)));
  }

  /** Whether rows of one file contradict each other. */
  boolean ofOneFile() {
    return rows.entrySet().stream()
        .anyMatch(row -> row.getKey().file() == row.getValue().other().file());
  }

  /** Rows that differ in a column from the row they contradict. */
  private List<Row> told(List<Row> among, int column) {
    return among.stream()
        .filter(
            row -> {
              Row other = rows.get(row.other());
              return other != null
                  && other.shape().equals(row.shape())
                  && !row.texts().get(column).equals(other.texts().get(column));
            })
        .toList();
  }

  private SortedSet<String> values(int column) {
    return rows.values().stream()
        .map(row -> row.texts().get(column))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
