package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.input.Reject;
import io.levelfield.text.Texts;
import java.util.List;

/** {@code rejects}: a row per refused row. */
final class RejectsTable {
  private RejectsTable() {}

  static Table of(Findings findings, Texts texts) {
    return Table.of("rejects", 2, columns(texts), findings.data().rejects());
  }

  private static List<Column<Reject>> columns(Texts texts) {
    return List.of(
        text("file", "file", Reject::file),
        integer("line", "line", Reject::line),
        text("column", "reject_column", Reject::column),
        text("value", "reject_value", Reject::value),
        text("reason", "reason", reject -> texts.of(reject.reason())),
        text("raw", "raw", Reject::raw));
  }
}
