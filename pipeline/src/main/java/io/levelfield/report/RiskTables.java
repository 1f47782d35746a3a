package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.SchoolRisk;
import io.levelfield.model.support.SharedRisk;
import io.levelfield.text.Texts;
import java.util.List;

/**
 * {@code risks}: a row per school, year and condition; {@code shared_risks}: a row per condition.
 */
final class RiskTables {
  private RiskTables() {}

  static List<Table> of(Findings findings, Texts texts) {
    List<Column<SchoolRisk>> risks =
        List.of(
            text("school_id", "school_id", SchoolRisk::schoolId),
            integer("year", "year", SchoolRisk::year),
            text("condition", "condition", SchoolRisk::condition),
            text("condition_text", "condition_text", r -> r.name().in(texts.language())),
            number("score", "condition_score", SchoolRisk::score),
            text("level", "risk_level", r -> Texts.code(r.level())),
            text(
                "level_text",
                "risk_level_text",
                r -> texts.get("risk_level." + Texts.code(r.level()))),
            number("better", "risk_better", SchoolRisk::better),
            integer("beside", "risk_beside", SchoolRisk::beside),
            bool("by_cut", "risk_by_cut", SchoolRisk::cut),
            integer("foremost", "risk_foremost", SchoolRisk::place));
    List<Column<SharedRisk>> shared =
        List.of(
            text("condition", "condition", SharedRisk::condition),
            text("condition_text", "condition_text", r -> r.name().in(texts.language())),
            integer("year", "year", SharedRisk::year),
            integer("schools", "risk_schools", r -> r.schools().size()),
            text("school_ids", "risk_school_ids", r -> String.join(" ", r.schools())),
            integer("all_schools", "risk_all_schools", SharedRisk::all));
    return List.of(
        Table.of("risks", 3, risks, findings.support().risks().risks()),
        Table.of("shared_risks", 1, shared, findings.support().risks().shared()));
  }
}
