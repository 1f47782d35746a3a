package io.levelfield.ingest;

import io.levelfield.study.Range;
import io.levelfield.study.ResultsInput;
import java.io.Serializable;

/**
 * The scores and marks an input may hold.
 *
 * @param range of all its scores
 * @param step to which scores are rounded; 0 if they are not
 * @param mostMark the highest mark there can be on any scale whose top marks begin where the study
 *     says: twice that
 */
record ScoreScale(Range range, double step, double mostMark) implements Serializable {

  static ScoreScale of(ResultsInput input) {
    Range everything = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return new ScoreScale(
        input.range().orElse(everything), input.scoreStep().orElse(0), 2 * input.topMark());
  }

  boolean holds(double score) {
    return range.contains(score);
  }

  /** Whether there can be such a mark, or NaN as there is none. */
  boolean holdsMark(double mark) {
    return !(mark > mostMark);
  }

  /** The score as it is kept. */
  double kept(double score) {
    return step > 0 ? Math.rint(score / step) * step : score;
  }
}
