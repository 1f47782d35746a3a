package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.PupilGrowth;
import io.levelfield.model.support.SchoolGrowth;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** {@code growth}: a row per school and later examination; {@code growth_years}: and year. */
final class GrowthTables {
  private static final Column<SchoolGrowth> SCHOOL =
      text("school_id", "school_id", SchoolGrowth::schoolId);
  private static final Column<SchoolGrowth> YEAR =
      integer("year", "growth_year", SchoolGrowth::year);

  private static final List<Column<SchoolGrowth>> EXAMINATION =
      List.of(
          text("procedure", "procedure", row -> row.measure().orElseThrow().procedure()),
          text("subject", "subject", row -> row.measure().orElseThrow().subject()),
          text("grade", "grade", row -> row.measure().orElseThrow().grade()),
          integer("pupils", "growth_pupils", SchoolGrowth::pupils));

  private static final List<Column<SchoolGrowth>> FIGURES =
      List.of(
          integer("linked", "growth_linked", SchoolGrowth::linked),
          integer("movers", "growth_movers", SchoolGrowth::movers),
          integer("without_earlier", "growth_without_earlier", SchoolGrowth::withoutEarlier),
          integer("without_later", "growth_without_later", SchoolGrowth::withoutLater),
          integer("counted", "growth_counted", SchoolGrowth::counted),
          number("positive", "growth_positive", SchoolGrowth::positive),
          number("share_positive", "growth_share", SchoolGrowth::sharePositive),
          number("share_positive_low", "growth_share_low", SchoolGrowth::low),
          number("share_positive_high", "growth_share_high", SchoolGrowth::high),
          number("median_growth_percentile", "growth_median", SchoolGrowth::medianPercentile),
          text("method", "growth_method", row -> row.method().map(Texts::code)));

  private GrowthTables() {}

  static List<Table> of(Findings findings) {
    PupilGrowth growth = findings.support().growth();
    List<Column<SchoolGrowth>> examinations = new ArrayList<>(List.of(SCHOOL, YEAR));
    examinations.addAll(EXAMINATION);
    examinations.addAll(FIGURES);
    List<Column<SchoolGrowth>> years = new ArrayList<>(List.of(SCHOOL, YEAR));
    years.add(integer("results", "growth_results", SchoolGrowth::pupils));
    years.addAll(FIGURES);
    return List.of(
        Table.of("growth", 5, examinations, growth.examinations()),
        Table.of("growth_years", 2, years, growth.years()));
  }
}
