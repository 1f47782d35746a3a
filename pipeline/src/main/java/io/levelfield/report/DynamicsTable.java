package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.SchoolResult;
import java.util.List;

/** {@code dynamics}: a row per school and year. */
final class DynamicsTable {
  private DynamicsTable() {}

  private static final List<Column<SchoolResult>> COLUMNS =
      List.of(
          text("school_id", "school_id", SchoolResult::schoolId),
          integer("year", "year", SchoolResult::lastYear),
          number("result", "result_of_year", SchoolResult::result),
          number("result_z", "result_z_of_year", SchoolResult::z),
          integer("participants", "participants_of_year", SchoolResult::participants));

  static Table of(Findings findings) {
    return Table.of("dynamics", 2, COLUMNS, findings.yearly());
  }
}
