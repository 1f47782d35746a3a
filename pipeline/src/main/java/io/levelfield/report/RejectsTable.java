package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.Reject;
import java.util.List;

/** {@code rejects}: a row per refused row. */
final class RejectsTable {
  private RejectsTable() {}

  private static final List<Column<Reject>> COLUMNS =
      List.of(
          text("file", "file", Reject::file),
          integer("line", "line", Reject::line),
          text("column", "reject_column", Reject::column),
          text("value", "reject_value", Reject::value),
          text("reason", "reason", Reject::reason),
          text("raw", "raw", Reject::raw));

  static Table of(Findings findings) {
    return Table.of("rejects", 2, COLUMNS, findings.data().rejects());
  }
}
