package io.levelfield.ingest;

import io.levelfield.study.Range;
import io.levelfield.study.ResultsInput;
import java.io.Serializable;

/**
 * The scores an input may hold.
 *
 * @param range of all its scores
 * @param step to which scores are rounded; 0 if they are not
 */
record ScoreScale(Range range, double step) implements Serializable {

  static ScoreScale of(ResultsInput input) {
    Range everything = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return new ScoreScale(input.range().orElse(everything), input.scoreStep().orElse(0));
  }

  boolean holds(double score) {
    return range.contains(score);
  }

  /** The score as it is kept. */
  double kept(double score) {
    return step > 0 ? Math.rint(score / step) * step : score;
  }
}
