package io.levelfield.report;

import io.levelfield.model.input.School;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of schools by code: people know schools by them, and a table is to be read by people. */
final class SchoolNames {
  private final Map<String, String> names;

  private SchoolNames(Map<String, String> names) {
    this.names = names;
  }

  static SchoolNames of(List<School> schools) {
    Map<String, String> names = new HashMap<>();
    for (School school : schools) {
      if (!school.name().isEmpty()) {
        names.put(school.id(), school.name());
      }
    }
    return new SchoolNames(names);
  }

  /** The school's name; empty where the register gives none. */
  Optional<String> of(String schoolId) {
    return Optional.ofNullable(names.get(schoolId));
  }

  /** The school for people: its name with its code, or the code alone. */
  String told(String schoolId) {
    return of(schoolId).map(name -> name + " (" + schoolId + ")").orElse(schoolId);
  }

  /** The same table with the school's name after each column of codes; the key is the same. */
  Table in(Table table) {
    Map<String, Column<String>> added =
        Map.of(
            "school_id", Column.text("school_name", "name", this::of),
            "neighbour_id", Column.text("neighbour_name", "neighbour_name", this::of),
            "mentor_id", Column.text("mentor_name", "mentor_name", this::of),
            "partner_id", Column.text("partner_name", "partner_name", this::of),
            "second_best_id", Column.text("second_best_name", "second_best_name", this::of),
            "centre_id", Column.text("centre_name", "centre_name", this::of));
    List<Column<?>> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      columns.add(column);
      Optional.ofNullable(added.get(column.name())).ifPresent(columns::add);
    }
    List<List<Optional<Object>>> rows = new ArrayList<>();
    for (List<Optional<Object>> row : table.rows()) {
      List<Optional<Object>> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i));
        Column<String> name = added.get(table.columns().get(i).name());
        if (name != null) {
          cells.add(row.get(i).flatMap(code -> name.cell((String) code)));
        }
      }
      rows.add(List.copyOf(cells));
    }
    return new Table(table.name(), table.key(), List.copyOf(columns), List.copyOf(rows));
  }
}
