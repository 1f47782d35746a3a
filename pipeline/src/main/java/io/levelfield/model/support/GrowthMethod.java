package io.levelfield.model.support;

/** What tells whether a pupil's later result is better than the earlier one. */
public enum GrowthMethod {
  /** The later result's place among pupils with alike earlier results. */
  GROWTH_PERCENTILE,
  /** Change of the place among all pupils. */
  RANK_CHANGE,
  /** Some pupils by one, some by the other. */
  BOTH
}
