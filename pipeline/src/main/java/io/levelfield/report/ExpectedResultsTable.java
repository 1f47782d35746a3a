package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.ExpectedResult;
import io.levelfield.model.support.ExpectedResult.Blank;
import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.OptionalDouble;

/** {@code expected_results}: a row per school, year and blank of the programme. */
final class ExpectedResultsTable {
  private ExpectedResultsTable() {}

  static Table of(Findings findings, Texts texts) {
    List<Column<ExpectedResult>> columns =
        List.of(
            text("school_id", "school_id", ExpectedResult::schoolId),
            integer("year", "year", ExpectedResult::year),
            integer(
                "place", "blank_place", row -> List.of(Blank.values()).indexOf(row.blank()) + 1),
            text("blank", "blank", row -> Texts.code(row.blank())),
            text("blank_text", "blank_text", row -> texts.get("blank." + Texts.code(row.blank()))),
            number("numerator", "numerator", row -> row.figure().map(Figure::numerator)),
            integer("denominator", "denominator", row -> row.figure().map(Figure::denominator)),
            number("value", "indicator_value", row -> row.figure().map(Figure::value)),
            number(
                "low",
                "indicator_low",
                row -> row.figure().map(Figure::low).orElse(OptionalDouble.empty())),
            number(
                "high",
                "indicator_high",
                row -> row.figure().map(Figure::high).orElse(OptionalDouble.empty())),
            text("reason", "indicator_reason", row -> texts.of(row.told())));
    return Table.of("expected_results", 3, columns, findings.support().expected());
  }
}
