package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** {@code indicators}: a row per indicator of the programme and year. */
final class IndicatorsTable {
  private IndicatorsTable() {}

  static Table of(Findings findings, Texts texts) {
    List<Column<IndicatorValue>> columns =
        List.of(
            integer(
                "place",
                "indicator_place",
                row -> List.of(ProgrammeIndicator.values()).indexOf(row.indicator()) + 1),
            integer("year", "year", IndicatorValue::year),
            text("number", "indicator_number", row -> row.indicator().number()),
            text(
                "name",
                "indicator_name",
                row -> texts.get("indicator." + row.indicator().number())),
            integer(
                "numerator",
                "numerator",
                row -> row.figure().map(own -> Math.round(own.numerator()))),
            integer("denominator", "denominator", row -> row.figure().map(Figure::denominator)),
            number("value", "indicator_value", row -> row.figure().map(Figure::value)),
            number("low", "indicator_low", row -> end(row, Figure::low)),
            number("high", "indicator_high", row -> end(row, Figure::high)),
            number("completeness", "completeness", row -> row.figure().map(Figure::completeness)),
            number("target", "target", IndicatorValue::target),
            text("direction", "target_direction", row -> Texts.code(row.indicator().direction())),
            text("status", "target_status", row -> Texts.code(row.status())),
            text(
                "status_text",
                "target_status_text",
                row -> texts.get("target_status." + Texts.code(row.status()))),
            text("reason", "indicator_reason", row -> texts.of(row.told())));
    return Table.of("indicators", 2, columns, findings.support().indicators());
  }

  private static OptionalDouble end(IndicatorValue row, Function<Figure, OptionalDouble> end) {
    return row.figure().map(end).orElse(OptionalDouble.empty());
  }
}
