package io.levelfield.support.indicators;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.text.Message;
import io.levelfield.study.IndicatorSettings.BestResult;
import io.levelfield.support.SupportBasis;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Indicator 6: pupils with the best possible result. A pupil counts once for each examination
 * taken.
 */
record BestResults(SupportBasis basis, BestResult reading) {

  Answer of(int year) {
    Map<String, Double> expected =
        basis.adjusted().byYear().getOrDefault(year, List.of()).stream()
            .collect(Collectors.toMap(AdjustedResult::schoolId, AdjustedResult::expected));
    boolean standardised = basis.outcomes().inStandardDeviations();
    long best = 0;
    long known = 0;
    long all = 0;
    for (OutcomeEstimate estimate : basis.outcomes().estimates()) {
      ResultTally tally = estimate.tally();
      if (tally.measure().year() == year && tally.participants().isPresent()) {
        all += tally.participants().getAsLong();
        OptionalLong own =
            reading == BestResult.TOP_SCORE
                ? tally.top()
                : asExpected(estimate, expected.get(tally.schoolId()), standardised);
        if (own.isPresent()) {
          best += own.getAsLong();
          known += tally.participants().getAsLong();
        }
      }
    }
    if (known == 0) {
      return Answer.lacking(
          reading == BestResult.TOP_SCORE
              ? Message.of("indicator.no-top", Integer.toString(year))
              : Message.of("indicator.no-expected", Integer.toString(year)));
    }
    return Answer.share(
        best,
        known,
        (double) known / all,
        basis.confidence(),
        reading == BestResult.TOP_SCORE
            ? Message.of("indicator.top-score")
            : Message.of("indicator.as-expected"));
  }

  /** Pupils at or above the score that goes with the result expected of their school. */
  private static OptionalLong asExpected(
      OutcomeEstimate estimate, Double expected, boolean standardised) {
    ResultTally tally = estimate.tally();
    if (expected == null || tally.scores().isEmpty() || estimate.z().isEmpty()) {
      return OptionalLong.empty();
    }
    double unit = estimate.unit().orElseThrow();
    OptionalDouble mean = tally.mean();
    double threshold =
        standardised
            ? mean.orElseThrow() + (expected - estimate.z().getAsDouble()) * unit
            : expected;
    return OptionalLong.of(tally.scores().atLeast(threshold));
  }
}
