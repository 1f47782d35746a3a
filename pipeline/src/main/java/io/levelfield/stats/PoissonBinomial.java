package io.levelfield.stats;

/** How many of several independent events of unequal probability happen. */
public final class PoissonBinomial {
  private PoissonBinomial() {}

  /**
   * The probability that at least so many happen.
   *
   * @param probabilities of the events, each 0 to 1
   */
  public static double atLeast(int least, double[] probabilities) {
    if (least <= 0) {
      return 1;
    }
    if (least > probabilities.length) {
      return 0;
    }
    // exactly[c]: probability that c of the events seen so far happen, for c below the least.
    double[] exactly = new double[least];
    exactly[0] = 1;
    for (double p : probabilities) {
      for (int c = least - 1; c > 0; c--) {
        exactly[c] = exactly[c] * (1 - p) + exactly[c - 1] * p;
      }
      exactly[0] *= 1 - p;
    }
    double fewer = 0;
    for (double e : exactly) {
      fewer += e;
    }
    return Math.max(0, 1 - fewer);
  }
}
