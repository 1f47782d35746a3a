package io.levelfield.stats;

import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of Student's distribution. */
public final class StudentQuantile {
  private StudentQuantile() {}

  /**
   * How many standard errors an interval reaches to each side.
   *
   * @param confidence of the interval, between 0 and 1
   * @param degrees of freedom, from 1; broken ones are an approximation
   */
  public static double twoSided(double confidence, double degrees) {
    return new TDistribution(degrees).inverseCumulativeProbability((1 + confidence) / 2);
  }
}
