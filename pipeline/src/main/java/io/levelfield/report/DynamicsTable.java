package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.identify.Label;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.support.SchoolChange;
import io.levelfield.model.support.SchoolChange.Slope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** {@code dynamics}: a row per school and year. */
final class DynamicsTable {
  private DynamicsTable() {}

  private record Row(SchoolResult result, Optional<MeanEstimate> estimate, SchoolChange change) {}

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
              r -> r.estimate().map(e -> e.shrunken() - r.result().result().orElseThrow())),
          number("adjusted_result", "adjusted_of_year", r -> r.change().adjusted()),
          number("context_index", "index_of_year", r -> r.change().index()),
          number("change", "change_of_result", r -> r.change().change()),
          number("expected_change", "expected_change", r -> r.change().expectedChange()),
          number("slope", "slope_of_results", r -> r.change().slope().map(Slope::value)),
          number("slope_se", "slope_of_results_se", DynamicsTable::slopeSe),
          text("labels", "labels_of_year", r -> r.change().labels().map(DynamicsTable::codes)),
          text("entered", "labels_entered", r -> filled(r.change().entered())),
          text("left", "labels_left", r -> filled(r.change().left())));

  private static OptionalDouble slopeSe(Row row) {
    return row.change().slope().map(Slope::se).orElse(OptionalDouble.empty());
  }

  static Table of(Findings findings) {
    List<YearEstimate> estimates = findings.adjusted().yearly();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < findings.outcomes().yearly().size(); i++) {
      rows.add(
          new Row(
              findings.outcomes().yearly().get(i),
              estimates.isEmpty() ? Optional.empty() : Optional.of(estimates.get(i).result()),
              findings.support().dynamics().years().get(i)));
    }
    return Table.of("dynamics", 2, COLUMNS, rows);
  }

  private static Optional<String> filled(List<Label> labels) {
    return labels.isEmpty() ? Optional.empty() : Optional.of(codes(labels));
  }

  private static String codes(List<Label> labels) {
    return labels.stream().map(Label::code).collect(Collectors.joining(" "));
  }
}
