package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.support.ClimateFigure.Change;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** {@code climate}: a row per school, year and question. */
final class ClimateTable {
  private ClimateTable() {}

  static Table of(Findings findings, Texts texts) {
    List<Column<ClimateFigure>> columns =
        List.of(
            text("school_id", "climate_school", ClimateFigure::schoolId),
            integer("year", "year", ClimateFigure::year),
            text("measure", "climate_measure", f -> Texts.code(f.measure())),
            text(
                "measure_text",
                "climate_measure_text",
                f -> texts.get("climate." + Texts.code(f.measure()))),
            integer("pupils", "climate_pupils", ClimateFigure::pupils),
            number("value", "climate_value", ClimateFigure::value),
            number("low", "climate_low", ClimateFigure::low),
            number("high", "climate_high", ClimateFigure::high),
            integer("since", "climate_since", f -> f.change().map(Change::since)),
            number("change", "climate_change", f -> f.change().map(Change::value)),
            number("change_low", "climate_low", f -> end(f, Change::low)),
            number("change_high", "climate_high", f -> end(f, Change::high)),
            integer("linked", "climate_linked", f -> f.change().map(Change::linked)),
            integer("better", "climate_better", f -> f.change().map(Change::better)));
    return Table.of("climate", 3, columns, findings.support().climate());
  }

  private static OptionalDouble end(ClimateFigure figure, Function<Change, OptionalDouble> end) {
    return figure.change().map(end).orElse(OptionalDouble.empty());
  }
}
