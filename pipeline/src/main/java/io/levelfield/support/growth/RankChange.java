package io.levelfield.support.growth;

import io.levelfield.model.support.GrowthMethod;

/**
 * Change of a pupil's place among all pupils of the measure, in percentage points.
 *
 * @param before places in the earlier measure
 * @param after places in the later one
 */
record RankChange(MidRanks before, MidRanks after) implements GrowthScale {

  @Override
  public GrowthMethod method() {
    return GrowthMethod.RANK_CHANGE;
  }

  @Override
  public double growth(double earlier, double later) {
    return after.of(later) - before.of(earlier);
  }

  @Override
  public double neutral() {
    return 0;
  }
}
