package io.levelfield.simulate;

import io.levelfield.stats.HierarchicalNormal;
import java.util.Optional;

/**
 * How schools change from year to year, beside each other.
 *
 * @param slopes a year's changes in the unit of z-scores, as the run believes them to spread;
 *     absent where it cannot tell
 * @param middle the year from which lines go out, in which a change has made no difference yet
 * @param unit standard deviation of true levels in the unit of z-scores, on average over
 *     examinations
 */
record Trend(Optional<HierarchicalNormal> slopes, double middle, double unit) {

  /** Variance of a year's changes, in variances of true levels. */
  double variance() {
    return slopes.map(own -> own.variance() / (unit * unit)).orElse(0.0);
  }

  /** The part of the variance of a year's levels that is due to it. */
  double variance(int year) {
    return variance() * Math.pow(year - middle, 2);
  }
}
