package io.levelfield.model.input;

import java.util.Comparator;

/**
 * How a school stands in one of the conditions it works in.
 *
 * @param condition key of the study, e.g. management or staffing
 * @param score on the ordinal scale of the source
 */
public record ConditionScore(String schoolId, int year, String condition, double score) {

  /** By school, year and condition. */
  public static final Comparator<ConditionScore> ORDER =
      Comparator.comparing(ConditionScore::schoolId)
          .thenComparingInt(ConditionScore::year)
          .thenComparing(ConditionScore::condition);
}
