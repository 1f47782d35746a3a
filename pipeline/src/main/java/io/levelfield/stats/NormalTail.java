package io.levelfield.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Probabilities of a value that is known with a standard error. */
public final class NormalTail {
  private static final NormalDistribution STANDARD = new NormalDistribution();

  private NormalTail() {}

  /** The standard normal quantile. */
  public static double quantile(double probability) {
    return STANDARD.inverseCumulativeProbability(probability);
  }

  /**
   * The probability that the true value lies above a bound; 0 or 1 without a standard error.
   *
   * @param estimate of the value
   * @param se its standard error, 0 or more
   */
  public static double above(double bound, double estimate, double se) {
    if (se == 0) {
      return estimate > bound ? 1 : 0;
    }
    return STANDARD.cumulativeProbability((estimate - bound) / se);
  }
}
