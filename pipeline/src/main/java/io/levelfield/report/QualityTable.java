package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;

/** {@code quality}: a row per question to a school. */
final class QualityTable {
  private QualityTable() {}

  static Table of(Findings findings, Texts texts) {
    return Table.of("quality", 5, columns(texts), findings.quality().findings());
  }

  private static List<Column<QualityFinding>> columns(Texts texts) {
    return List.of(
        text("table", "quality_table", QualityFinding::table),
        text("school_id", "quality_school_id", QualityFinding::schoolId),
        integer("year", "year", QualityFinding::year),
        text("column", "quality_column", QualityFinding::column),
        text("rule", "quality_rule", QualityFinding::rule),
        text("value", "quality_value", QualityFinding::value),
        text(
            "severity",
            "quality_severity",
            finding -> finding.severity().name().toLowerCase(Locale.ROOT)),
        text("question", "quality_question", texts::question));
  }
}
