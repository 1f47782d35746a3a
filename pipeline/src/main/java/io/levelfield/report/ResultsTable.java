package io.levelfield.report;

import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.OutcomeEstimate;
import io.levelfield.model.ResultTally;
import java.util.List;
import java.util.OptionalDouble;

/** {@code results}: a row per school and measure. */
final class ResultsTable {
  private ResultsTable() {}

  private static final List<Column<OutcomeEstimate>> COLUMNS =
      List.of(
          text("school_id", "school_id", r -> r.tally().schoolId()),
          integer("year", "year", r -> r.tally().measure().year()),
          text("procedure", "procedure", r -> r.tally().measure().procedure()),
          text("subject", "subject", r -> r.tally().measure().subject()),
          text("grade", "grade", r -> r.tally().measure().grade()),
          integer("participants", "participants", r -> r.tally().participants()),
          integer("below_minimum", "below_minimum", r -> r.tally().belowMinimum()),
          number("share_below", "share_below", r -> shareBelow(r.tally())),
          integer("top", "top", r -> r.tally().top()),
          number("mean", "mean", r -> r.tally().mean()),
          number("sd", "sd", r -> r.tally().sd()),
          number("z", "z", OutcomeEstimate::z));

  static Table of(Findings findings) {
    return Table.of("results", 5, COLUMNS, findings.outcomes());
  }

  private static OptionalDouble shareBelow(ResultTally tally) {
    return tally.belowMinimum().isPresent() && tally.participants().isPresent()
        ? OptionalDouble.of(
            (double) tally.belowMinimum().getAsLong() / tally.participants().getAsLong())
        : OptionalDouble.empty();
  }
}
