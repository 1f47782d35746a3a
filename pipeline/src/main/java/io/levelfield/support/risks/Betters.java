package io.levelfield.support.risks;

import io.levelfield.model.input.ConditionScore;
import io.levelfield.study.RiskSettings.Condition;
import java.util.List;

/** Schools that are compared in one condition of their work. */
final class Betters {
  /** Scores so signed that more is better, ascending. */
  private final double[] goodness;

  Betters(List<ConditionScore> scores, Condition condition) {
    goodness =
        scores.stream()
            .mapToDouble(own -> RiskProfile.sign(condition) * own.score())
            .sorted()
            .toArray();
  }

  int schools() {
    return goodness.length;
  }

  /** Share of the other schools that do better than one with this goodness, 0 to 1. */
  double share(double own) {
    int notBetter = 0;
    int end = goodness.length;
    while (notBetter < end) {
      int middle = (notBetter + end) >>> 1;
      if (goodness[middle] > own) {
        end = middle;
      } else {
        notBetter = middle + 1;
      }
    }
    return goodness.length > 1 ? (double) (goodness.length - notBetter) / (goodness.length - 1) : 0;
  }
}
