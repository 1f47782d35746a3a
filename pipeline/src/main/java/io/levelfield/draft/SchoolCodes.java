package io.levelfield.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in each table the column that names the school: by its header, and by what files share. */
final class SchoolCodes {
  /** From this part of shared codes on two columns hold the same. */
  private static final double SHARED = 0.8;

  private final List<Table> tables;
  private final Map<Table, List<Column>> named = new LinkedHashMap<>();
  private final List<String> phrases;

  private SchoolCodes(List<Table> tables, Words words) {
    this.tables = tables;
    phrases = words.common().get("school_id");
    for (Table table : tables) {
      named.put(
          table,
          table.columns().stream()
              .filter(column -> fit(column) > 0 && column.filled() > 0)
              .sorted(Comparator.comparingDouble(this::fit).reversed())
              .toList());
    }
  }

  /** The column of each table that has one. */
  static Map<Table, Mapping.Mapped> of(List<Table> tables, Words words) {
    var codes = new SchoolCodes(tables, words);
    Map<Table, Mapping.Mapped> found = new LinkedHashMap<>();
    for (Table table : tables) {
      codes.in(table).ifPresent(column -> found.put(table, column));
    }
    return found;
  }

  private double fit(Column column) {
    return Phrases.fit(column.name(), phrases);
  }

  private Optional<Mapping.Mapped> in(Table table) {
    List<Column> candidates = new ArrayList<>(named.get(table));
    if (candidates.isEmpty()) {
      // A header says nothing of a school, but the cells are another table's codes.
      table.columns().stream()
          .filter(column -> shared(column, table) >= SHARED)
          .max(Comparator.comparingDouble(column -> shared(column, table)))
          .ifPresent(candidates::add);
    }
    return candidates.stream()
        .max(
            Comparator.comparingDouble((Column column) -> shared(column, table) + fit(column))
                // of equals the first
                .thenComparing(Comparator.comparing(candidates::indexOf).reversed()))
        .map(best -> new Mapping.Mapped(best, fit(best) == 1 || sharesByName(best, table)));
  }

  private boolean sharesByName(Column column, Table table) {
    return fit(column) > 0 && shared(column, table) >= SHARED;
  }

  /** How much a column shares with one of another table whose header speaks of schools. */
  private double shared(Column column, Table own) {
    return tables.stream()
        .filter(table -> table != own)
        .flatMap(table -> named.get(table).stream())
        .mapToDouble(column::overlap)
        .max()
        .orElse(0);
  }
}
