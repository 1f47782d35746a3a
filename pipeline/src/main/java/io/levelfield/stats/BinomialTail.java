package io.levelfield.stats;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** How probable it is that so many of n independent pupils are struck. */
public final class BinomialTail {
  private BinomialTail() {}

  /**
   * The probability of at least {@code least} of {@code n}.
   *
   * @param share probability of each, 0 to 1
   */
  public static double atLeast(long least, long n, double share) {
    return least <= 0
        ? 1
        : 1
            - new BinomialDistribution(Math.toIntExact(n), share)
                .cumulativeProbability(Math.toIntExact(least - 1));
  }
}
