package io.levelfield.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of the contract, its rows ordered by its key.
 *
 * @param name name in the contract
 * @param key columns that tell rows apart, the first ones of the table but for names of schools
 * @param columns in the contract's order
 * @param rows cells in the order of the columns
 */
record Table(
    String name, List<String> key, List<Column<?>> columns, List<List<Optional<Object>>> rows) {

  /**
   * Makes a table from what its rows are made from.
   *
   * @param keySize how many leading columns are the key
   * @throws IllegalArgumentException if two columns have one name
   */
  static <R> Table of(String name, int keySize, List<Column<R>> columns, List<R> source) {
    Set<String> names = new HashSet<>();
    for (Column<R> column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(name + " has two columns " + column.name());
      }
    }
    List<List<Optional<Object>>> rows = new ArrayList<>();
    for (R row : source) {
      rows.add(columns.stream().map(column -> column.cell(row)).toList());
    }
    rows.sort(byKey(keySize));
    return new Table(
        name,
        columns.stream().limit(keySize).map(Column::name).toList(),
        List.copyOf(columns),
        List.copyOf(rows));
  }

  private static Comparator<List<Optional<Object>>> byKey(int keySize) {
    return (a, b) -> {
      for (int i = 0; i < keySize; i++) {
        int order = compare(a.get(i).orElseThrow(), b.get(i).orElseThrow());
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compare(Object a, Object b) {
    return a instanceof String text
        ? text.compareTo((String) b)
        : Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
  }
}
