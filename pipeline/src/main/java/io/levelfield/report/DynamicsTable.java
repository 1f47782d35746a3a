package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code dynamics}: a row per school and year. */
final class DynamicsTable {
  private DynamicsTable() {}

  private record Row(SchoolResult result, Optional<MeanEstimate> estimate) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          text("school_id", "school_id", r -> r.result().schoolId()),
          integer("year", "year", r -> r.result().lastYear()),
          number("result", "result_of_year", r -> r.result().result()),
          number("result_z", "result_z_of_year", r -> r.result().z()),
          number("result_eb", "result_eb_of_year", r -> r.estimate().map(MeanEstimate::shrunken)),
          number("result_eb_se", "result_eb_se_of_year", r -> r.estimate().map(MeanEstimate::se)),
          integer("participants", "participants_of_year", r -> r.result().participants()),
          number(
              "expected_regression_to_mean",
              "expected_regression_to_mean",
              r -> r.estimate().map(e -> e.shrunken() - r.result().result().orElseThrow())));

  static Table of(Findings findings) {
    List<YearEstimate> estimates = findings.adjusted().yearly();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < findings.outcomes().yearly().size(); i++) {
      rows.add(
          new Row(
              findings.outcomes().yearly().get(i),
              estimates.isEmpty() ? Optional.empty() : Optional.of(estimates.get(i).result())));
    }
    return Table.of("dynamics", 2, COLUMNS, rows);
  }
}
