package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Label;
import java.util.List;
import java.util.stream.Stream;

/** Who came to the lists and who left them with the newest year. */
final class YearChanges {
  /** Schools are named where they are as few. */
  private static final int NAMED = 6;

  /** Changes of schools that were not judged in both years. */
  private static final String NOT_COMPARED = "listed|unknown";

  private YearChanges() {}

  static Grid ofYears(RunTables tables, Words words) {
    Grid.Builder grid =
        Grid.of(words, "caption.years", "label", "entered", "left", "#stayed", "#exit");
    boolean earlier =
        tables.rows("list_changes").stream()
            .anyMatch(row -> !row.path("change").asText().matches(NOT_COMPARED));
    if (earlier) {
      verdicts().forEach(label -> row(grid, label, tables, words));
    }
    return grid.grid();
  }

  private static void row(Grid.Builder grid, Label label, RunTables tables, Words words) {
    List<ObjectNode> rows =
        tables.rows("list_changes").stream()
            .filter(row -> row.path("label").asText().equals(label.code()))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    if (rows.stream().allMatch(row -> row.path("change").asText().matches(NOT_COMPARED))) {
      String none = words.get("no-comparison");
      grid.row(words.texts().label(label), none, none, none, none);
      return;
    }
    grid.row(
        words.texts().label(label),
        schools(names(rows, "entered", tables), words),
        schools(names(rows, "left", tables), words),
        words.count(names(rows, "stayed", tables).size()),
        words.count(rows.stream().filter(row -> row.path("exit").asBoolean()).count()));
  }

  private static List<String> names(List<ObjectNode> rows, String change, RunTables tables) {
    return rows.stream()
        .filter(row -> row.path("change").asText().equals(change))
        .map(row -> tables.name(row.path("school_id").asText()))
        .toList();
  }

  /** How many schools, and which where they are few. */
  static String schools(List<String> names, Words words) {
    String number = words.count(names.size());
    return names.isEmpty() || names.size() > NAMED
        ? number
        : number + ": " + String.join(", ", names);
  }

  private static Stream<Label> verdicts() {
    return Stream.of(Label.values()).filter(label -> label.kind() == Label.Kind.VERDICT);
  }
}
