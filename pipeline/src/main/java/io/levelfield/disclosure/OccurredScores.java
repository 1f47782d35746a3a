package io.levelfield.disclosure;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What everyone knows of the scores of a measure, by which a mean tells of a count: the scores that
 * occurred. The true scale is no narrower, so whoever knows that can conclude no more.
 *
 * @param lowest score
 * @param highest score
 * @param minimum lowest score that is not below the minimum, where there is one
 * @param highestBelow highest score below it
 */
record OccurredScores(
    double lowest, double highest, OptionalDouble minimum, OptionalDouble highestBelow) {

  /** The scale of a measure; empty where no pupils' scores tell of it. */
  static Optional<OccurredScores> of(List<ResultTally> tallies, Optional<Double> minimum) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double highestBelow = Double.NEGATIVE_INFINITY;
    for (ResultTally tally : tallies) {
      ScoreHistogram scores = tally.scores();
      for (int i = 0; i < scores.distinct(); i++) {
        double score = scores.score(i);
        lowest = Math.min(lowest, score);
        highest = Math.max(highest, score);
        if (score < minimum.orElse(Double.NEGATIVE_INFINITY)) {
          highestBelow = Math.max(highestBelow, score);
        }
      }
    }
    if (lowest > highest) {
      return Optional.empty();
    }
    OptionalDouble below = OptionalDouble.empty();
    if (minimum.isPresent()) {
      boolean seen = Double.isFinite(highestBelow);
      below = OptionalDouble.of(seen ? highestBelow : minimum.get() - 1);
    }
    return Optional.of(
        new OccurredScores(
            lowest,
            highest,
            minimum.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            below));
  }

  /** Whether some pupil of so many with this mean may have had any score of the scale. */
  boolean leavesEveryScoreOpen(long pupils, double mean) {
    double range = highest - lowest;
    return pupils * (highest - mean) >= range && pupils * (mean - lowest) >= range;
  }

  /** Fewest pupils below the minimum that go with a mean of so many pupils. */
  double fewestBelow(long pupils, double mean) {
    double cut = minimum.orElseThrow();
    return cut > lowest ? pupils * (cut - mean) / (cut - lowest) : 0;
  }

  /** Most pupils below the minimum that go with a mean of so many pupils. */
  double mostBelow(long pupils, double mean) {
    double below = highestBelow.orElseThrow();
    return highest > below ? pupils * (highest - mean) / (highest - below) : pupils;
  }
}
