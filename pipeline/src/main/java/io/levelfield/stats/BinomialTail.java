package io.levelfield.stats;

import org.hipparchus.special.Beta;

/** How probable it is that so many of n independent pupils are struck. */
public final class BinomialTail {
  private BinomialTail() {}

  /**
   * The probability of at least {@code least} of {@code n}.
   *
   * @param share probability of each, 0 to 1
   */
  public static double atLeast(long least, long n, double share) {
    if (least <= 0) {
      return 1;
    }
    // The incomplete beta function: it costs the root of n at most.
    return least > n ? 0 : Beta.regularizedBeta(share, (double) least, n - least + 1.0);
  }
}
