package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.SegregationIndex;
import io.levelfield.text.Texts;
import java.util.List;

/** {@code segregation}: a row per year and characteristic. */
final class SegregationTable {
  private SegregationTable() {}

  static Table of(Findings findings, Texts texts) {
    List<Column<SegregationIndex>> columns =
        List.of(
            integer("year", "passport_year", SegregationIndex::year),
            text("characteristic", "characteristic", SegregationIndex::characteristic),
            number("duncan_d", "duncan_d", SegregationIndex::duncan),
            number("theil_h", "theil_h", SegregationIndex::theil),
            number("expected_by_chance", "expected_by_chance", SegregationIndex::expectedByChance),
            number("low", "duncan_low", SegregationIndex::low),
            number("high", "duncan_high", SegregationIndex::high),
            number(
                "theil_between_settlements",
                "theil_between_settlements",
                SegregationIndex::betweenSettlements),
            number(
                "theil_between_municipalities",
                "theil_between_municipalities",
                SegregationIndex::betweenMunicipalities),
            number("share", "share_of_kind", SegregationIndex::share),
            integer("schools", "schools_entered", SegregationIndex::schools),
            integer("pupils", "pupils_entered", SegregationIndex::pupils),
            text("pupils_counted", "pupils_counted", row -> texts.of(row.counted())));
    return Table.of("segregation", 2, columns, findings.support().segregation());
  }
}
