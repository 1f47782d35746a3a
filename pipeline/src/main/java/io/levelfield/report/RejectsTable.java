package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.input.Reject;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;

/** {@code rejects}: a row per refused row. */
final class RejectsTable {
  private RejectsTable() {}

  static Table of(List<Reject> rejects, Texts texts) {
    return Table.of("rejects", 2, columns(texts), rejects);
  }

  private static List<Column<Reject>> columns(Texts texts) {
    return List.of(
        text("file", "file", Reject::file),
        integer("line", "line", Reject::line),
        text("column", "reject_column", Reject::place),
        text("value", "reject_value", Reject::value),
        text("reason", "reason", reject -> texts.of(reject.reason())),
        text("raw", "raw", Reject::raw),
        text(
            "account",
            "reject_account",
            reject -> reject.account().name().toLowerCase(Locale.ROOT)));
  }
}
