package io.levelfield.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * What is known of a school's true share once its pupils are seen beside those of other schools: a
 * beta distribution.
 *
 * @param alpha pupils below the minimum, the prior's included
 * @param beta pupils not below, the prior's included
 */
public record BetaPosterior(double alpha, double beta) {

  public BetaPosterior {
    if (!(alpha > 0 && beta > 0)) {
      throw new IllegalArgumentException("Beta(" + alpha + ", " + beta + ") is no distribution");
    }
  }

  /**
   * The posterior of x of n pupils where true shares follow Beta(μM, (1-μ)M): as though M pupils
   * with the mean share had been seen before.
   *
   * @param mean μ, between 0 and 1
   * @param concentration M, above 0
   */
  public static BetaPosterior of(long x, long n, double mean, double concentration) {
    return new BetaPosterior(x + mean * concentration, n - x + (1 - mean) * concentration);
  }

  /** The shrunken share, (x+μM)/(n+M). */
  public double mean() {
    return alpha / (alpha + beta);
  }

  /** The probability that the true share reaches the threshold. */
  public double probabilityAtLeast(double threshold) {
    return 1 - distribution().cumulativeProbability(threshold);
  }

  /** The central interval that holds the true share with this probability. */
  public Interval interval(double probability) {
    double tail = (1 - Interval.requireConfidence(probability)) / 2;
    BetaDistribution distribution = distribution();
    return new Interval(
        distribution.inverseCumulativeProbability(tail),
        distribution.inverseCumulativeProbability(1 - tail));
  }

  private BetaDistribution distribution() {
    return new BetaDistribution(alpha, beta);
  }
}
