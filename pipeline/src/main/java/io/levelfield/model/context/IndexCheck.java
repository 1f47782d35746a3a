package io.levelfield.model.context;

import java.util.Optional;

/**
 * One figure by which the index of social well-being can be judged.
 *
 * @param check what is told
 * @param indicator it is told of; absent if of the index as a whole
 * @param other the second indicator of a pair
 * @param schoolId the school that is left out
 * @param value of the figure
 * @param doubtful whether it casts doubt on the index
 */
public record IndexCheck(
    Check check,
    Optional<String> indicator,
    Optional<String> other,
    Optional<String> schoolId,
    double value,
    boolean doubtful) {

  /** What a figure tells. */
  public enum Check {
    /** Cronbach's alpha of the indicators, turned to the favourable side. */
    CRONBACH_ALPHA,
    /** Correlation of the index with schools' results. */
    RESULT_CORRELATION,
    /** Mean absolute difference of a school's rank under other choices from its own. */
    MEAN_RANK_SHIFT,
    /** Correlation of an indicator, favourable side up, with the mean of the others. */
    WITH_OTHERS,
    /** Correlation of an indicator, favourable side up, with schools' results. */
    WITH_RESULT,
    /** An indicator's part of all influence over its part of all weight. */
    INFLUENCE_TO_WEIGHT,
    /** Mean absolute shift of ranks without the indicator. */
    WITHOUT_INDICATOR,
    /** Rank correlation with the index without the indicator. */
    RANK_CORRELATION_WITHOUT,
    /** Correlation of two indicators as they stand. */
    CORRELATION,
    /** Mean absolute shift of the other schools' ranks if the school were no reference school. */
    WITHOUT_SCHOOL
  }

  public static IndexCheck ofIndex(Check check, double value, boolean doubtful) {
    return new IndexCheck(
        check, Optional.empty(), Optional.empty(), Optional.empty(), value, doubtful);
  }

  public static IndexCheck of(Check check, String indicator, double value, boolean doubtful) {
    return new IndexCheck(
        check, Optional.of(indicator), Optional.empty(), Optional.empty(), value, doubtful);
  }
}
