package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.input.ReceivedSupport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** {@code support}: a row per school and start of a programme, as the inputs say. */
final class SupportTable {
  private SupportTable() {}

  /** A row with its place among the school's rows, which may lack a start. */
  private record Row(int number, ReceivedSupport support) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          text("school_id", "school_id", r -> r.support().schoolId()),
          integer("number", "support_number", Row::number),
          text("programme", "support_programme", r -> r.support().programme()),
          integer("first_year", "support_first_year", r -> r.support().firstYear()),
          integer("last_year", "support_last_year", r -> r.support().lastYear()),
          integer(
              "milestones_planned",
              "support_milestones_planned",
              r -> r.support().milestonesPlanned()),
          integer("milestones_met", "support_milestones_met", r -> r.support().milestonesMet()),
          bool("network", "support_network", r -> r.support().network()),
          integer("contests", "support_contests", r -> r.support().contests()),
          bool("institutional", "support_institutional", r -> r.support().institutional()));

  static Table of(List<ReceivedSupport> support) {
    List<ReceivedSupport> ordered = new ArrayList<>(support);
    ordered.sort(
        Comparator.comparing(ReceivedSupport::schoolId)
            .thenComparing(own -> start(own.firstYear()))
            .thenComparing(ReceivedSupport::programme));
    List<Row> rows = new ArrayList<>();
    String school = "";
    int number = 0;
    for (ReceivedSupport own : ordered) {
      number = own.schoolId().equals(school) ? number + 1 : 1;
      school = own.schoolId();
      rows.add(new Row(number, own));
    }
    return Table.of("support", 2, COLUMNS, rows);
  }

  private static int start(OptionalInt year) {
    return year.orElse(Integer.MAX_VALUE);
  }
}
