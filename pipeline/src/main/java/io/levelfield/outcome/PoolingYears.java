package io.levelfield.outcome;

import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.study.OutcomeSettings;
import java.util.List;

/**
 * How many years are pooled into a school's result, counted back from the study's newest.
 *
 * @param usual years of most schools, from 1
 * @param small years of small schools, no fewer
 * @param smallSchool a school is small if its examinations have fewer participants on average
 */
record PoolingYears(int usual, int small, int smallSchool) {

  PoolingYears {
    if (usual < 1 || small < usual) {
      throw new IllegalArgumentException(usual + " years, " + small + " of small schools");
    }
  }

  static PoolingYears of(OutcomeSettings settings) {
    return new PoolingYears(
        settings.poolYears(), settings.poolYearsSmall(), settings.smallSchool());
  }

  /** How many years are pooled of a school with these results, some of them in the usual years. */
  int of(List<OutcomeEstimate> results, int newest) {
    List<OutcomeEstimate> recent =
        results.stream().filter(e -> e.tally().measure().year() > newest - usual).toList();
    return isSmall(recent) ? small : usual;
  }

  /** Whether these results are those of a small school; not if participants are unknown. */
  boolean isSmall(List<OutcomeEstimate> results) {
    return results.stream()
            .mapToLong(e -> e.tally().participants().orElse(Long.MAX_VALUE))
            .mapToDouble(n -> n)
            .average()
            .orElse(smallSchool)
        < smallSchool;
  }
}
