package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;

import io.levelfield.model.Findings;
import io.levelfield.model.support.ResultGap;
import io.levelfield.model.support.ResultGap.Estimate;
import java.util.List;

/** {@code gaps}: a row per year. */
final class GapsTable {
  private GapsTable() {}

  private static final List<Column<ResultGap>> COLUMNS =
      List.of(
          integer("year", "year", ResultGap::year),
          integer("schools", "schools_entered", ResultGap::schools),
          number("p90_p10", "gap_deciles", gap -> gap.deciles().value()),
          number("p90_p10_low", "gap_low", gap -> gap.deciles().low()),
          number("p90_p10_high", "gap_high", gap -> gap.deciles().high()),
          number("p90_p10_true", "gap_deciles_true", ResultGap::decilesTrue),
          number("fifths", "gap_fifths", gap -> gap.fifths().value()),
          number("fifths_low", "gap_low", gap -> gap.fifths().low()),
          number("fifths_high", "gap_high", gap -> gap.fifths().high()),
          number("change", "gap_change", gap -> gap.change().map(Estimate::value)),
          number("change_low", "gap_low", gap -> gap.change().map(Estimate::low)),
          number("change_high", "gap_high", gap -> gap.change().map(Estimate::high)));

  static Table of(Findings findings) {
    return Table.of("gaps", 1, COLUMNS, findings.support().dynamics().gaps());
  }
}
