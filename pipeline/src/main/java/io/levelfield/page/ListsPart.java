package io.levelfield.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.identify.Label;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lists of schools and what they are worth.
 *
 * @param worth of each list: how many are expected to be wrongly listed and missed
 * @param lists those that have schools
 */
public record ListsPart(Grid worth, List<SchoolList> lists) {

  /**
   * A list.
   *
   * @param code of the label
   */
  public record SchoolList(String code, String name, String size) {}

  static ListsPart of(RunTables tables, Words words) {
    Grid.Builder grid =
        Grid.of(
            words,
            "caption.worth",
            "label",
            "#judged",
            "#listed",
            "#confirmed",
            "#false",
            "#missed");
    for (Label label : Label.values()) {
      tables.rows("policy").stream()
          .filter(row -> row.path("rule").asText().equals("as-set"))
          .filter(row -> row.path("label").asText().equals(label.code()))
          .forEach(row -> worth(grid, label, row, words));
    }
    return new ListsPart(grid.grid(), lists(tables, words));
  }

  private static void worth(Grid.Builder grid, Label label, ObjectNode row, Words words) {
    grid.row(
        words.texts().label(label),
        words.count(row.path("judged")),
        words.count(row.path("flagged")),
        words.count(row.path("confirmed")),
        words.expected(row.path("false_alarms")),
        words.expected(row.path("misses")));
  }

  private static List<SchoolList> lists(RunTables tables, Words words) {
    return Stream.of(Label.values())
        .map(
            label -> {
              long size =
                  tables.rows("identification").stream()
                      .filter(row -> row.path("flag").asBoolean())
                      .filter(row -> row.path("label").asText().equals(label.code()))
                      .count();
              return new SchoolList(
                  label.code(), words.texts().label(label), size == 0 ? "" : words.count(size));
            })
        .filter(list -> !list.size().isEmpty())
        .toList();
  }
}
