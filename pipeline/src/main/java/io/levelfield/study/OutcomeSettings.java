package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How schools' results are put together. */
public record OutcomeSettings(
    @JsonPropertyDescription("Years pooled into a school's result, the newest first (default 3).")
        Integer poolYears,
    @JsonPropertyDescription(
            "What the adjusted result is adjusted for: context_index (default) or indicators.")
        AdjustBy adjustBy) {

  /** What results are regressed on to adjust them. */
  public enum AdjustBy {
    CONTEXT_INDEX,
    INDICATORS
  }

  private static final int DEFAULT_POOL_YEARS = 3;

  public OutcomeSettings {
    poolYears = poolYears == null ? DEFAULT_POOL_YEARS : poolYears;
    adjustBy = adjustBy == null ? AdjustBy.CONTEXT_INDEX : adjustBy;
    if (poolYears < 1) {
      throw new StudyProblem("pool_years", "at least 1 is expected, not " + poolYears);
    }
  }

  static OutcomeSettings defaults() {
    return new OutcomeSettings(null, null);
  }
}
