package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.ListStay;
import io.levelfield.text.Texts;
import java.util.List;

/** {@code list_changes}: a row per school and label that it bears or bore. */
final class ListStaysTable {
  private ListStaysTable() {}

  static Table of(Findings findings, Texts texts) {
    List<Column<ListStay>> columns =
        List.of(
            text("school_id", "school_id", ListStay::schoolId),
            text("label", "label", row -> row.label().code()),
            text("label_text", "label_text", row -> texts.label(row.label())),
            text("change", "list_change", row -> Texts.code(row.change())),
            text(
                "change_text",
                "list_change_text",
                row -> texts.get("list_change." + Texts.code(row.change()))),
            integer("first_year", "first_year_listed", ListStay::firstYear),
            integer("last_year", "last_year_listed", ListStay::lastYear),
            integer("years_listed", "years_listed", ListStay::yearsOn),
            integer("years_not_listed", "years_not_listed", ListStay::yearsOff),
            bool("exit", "exit_met", ListStay::exits),
            integer("years_to_exit", "years_to_exit", ListStay::yearsToExit));
    return Table.of("list_changes", 2, columns, findings.support().dynamics().stays());
  }
}
