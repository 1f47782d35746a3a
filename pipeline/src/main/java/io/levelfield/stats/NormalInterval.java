package io.levelfield.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The interval of an estimate whose error is normal. */
public final class NormalInterval {
  private NormalInterval() {}

  /**
   * The central interval around an estimate.
   *
   * @param se standard error, 0 or more
   * @param confidence e.g. 0.9
   */
  public static Interval of(double estimate, double se, double confidence) {
    double tail = (1 - Interval.requireConfidence(confidence)) / 2;
    double reach = se * new NormalDistribution().inverseCumulativeProbability(1 - tail);
    return new Interval(estimate - reach, estimate + reach);
  }
}
