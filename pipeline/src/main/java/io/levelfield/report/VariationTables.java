package io.levelfield.report;

import io.levelfield.model.variation.ListChange;
import io.levelfield.model.variation.RankChange;
import io.levelfield.model.variation.Variation;
import io.levelfield.model.variation.Variations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;

/** What other settings change, as two tables: a row per list, and a row per school that changes. */
public final class VariationTables {
  private VariationTables() {}

  private record OfList(int number, Variation variation, ListChange list) {}

  /** A school that changes: what of it, and from which place to which where it has one. */
  private record OfSchool(
      int number,
      Variation variation,
      String school,
      String what,
      String change,
      OptionalDouble places) {}

  /**
   * Writes {@code variation_lists.csv} and {@code variation_schools.csv}.
   *
   * @param directory is made where it is not there
   */
  public static void write(Variations variations, Path directory) throws IOException {
    Files.createDirectories(directory);
    CsvTables.write(lists(variations), directory.resolve("variation_lists.csv"));
    CsvTables.write(schools(variations), directory.resolve("variation_schools.csv"));
  }

  private static Table lists(Variations variations) {
    List<OfList> rows = new ArrayList<>();
    for (int i = 0; i < variations.variations().size(); i++) {
      Variation variation = variations.variations().get(i);
      for (ListChange list : variation.lists()) {
        rows.add(new OfList(i + 1, variation, list));
      }
    }
    return Table.of(
        "variation_lists",
        2,
        List.of(
            Column.integer("variation", "variation", row -> row.number()),
            Column.text("label", "label", row -> row.list().label().code()),
            Column.text("settings", "settings", row -> row.variation().name()),
            Column.integer("listed_before", "listed_before", row -> row.list().before()),
            Column.integer("listed", "listed", row -> row.list().listed()),
            Column.integer("entered", "entered", row -> row.list().entered().size()),
            Column.integer("left", "left", row -> row.list().left().size()),
            Column.integer("groups", "groups", row -> row.variation().groups()),
            Column.number(
                "group_agreement", "group_agreement", row -> row.variation().groupAgreement()),
            Column.integer(
                "ranks_changed", "ranks_changed", row -> row.variation().ranks().size())),
        rows);
  }

  private static Table schools(Variations variations) {
    List<OfSchool> rows = new ArrayList<>();
    for (int i = 0; i < variations.variations().size(); i++) {
      Variation variation = variations.variations().get(i);
      for (ListChange list : variation.lists()) {
        add(rows, i + 1, variation, list, "entered", list.entered());
        add(rows, i + 1, variation, list, "left", list.left());
      }
      for (RankChange rank : variation.ranks()) {
        String change = CsvTables.text(rank.before()) + " > " + CsvTables.text(rank.after());
        rows.add(
            new OfSchool(
                i + 1,
                variation,
                rank.schoolId(),
                "index_rank",
                change,
                OptionalDouble.of(rank.places())));
      }
    }
    SchoolNames names = SchoolNames.of(variations.schools());
    return Table.of(
        "variation_schools",
        3,
        List.of(
            Column.integer("variation", "variation", row -> row.number()),
            Column.text("what", "what", row -> row.what()),
            Column.text("school_id", "school_id", row -> row.school()),
            Column.text("school_name", "school_name", row -> names.of(row.school())),
            Column.text("settings", "settings", row -> row.variation().name()),
            Column.text("change", "change", row -> row.change()),
            Column.number("places", "places", row -> row.places())),
        rows);
  }

  private static void add(
      List<OfSchool> rows,
      int number,
      Variation variation,
      ListChange list,
      String change,
      SortedSet<String> schools) {
    for (String school : schools) {
      rows.add(
          new OfSchool(
              number, variation, school, list.label().code(), change, OptionalDouble.empty()));
    }
  }
}
