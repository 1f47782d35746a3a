package io.levelfield.identify;

import io.levelfield.stats.PoissonBinomial;

/**
 * The chance that the rule for low results holds in a year, from the chances of its examinations,
 * which are taken to be independent of each other and from year to year.
 */
final class LowChance {
  private final double[] now;
  private final double[] before;

  /**
   * @param now by examination: the chance that its share reaches the threshold in the year
   * @param before by the same examination: that it did in the years before that the rule asks for;
   *     0 where it was not held then
   */
  LowChance(double[] now, double[] before) {
    if (now.length != before.length) {
      throw new IllegalArgumentException(now.length + " and " + before.length + " examinations");
    }
    this.now = now.clone();
    this.before = before.clone();
  }

  /** Several examinations reach it. */
  double breadth(int procedures) {
    return PoissonBinomial.atLeast(procedures, now);
  }

  /** One examination reaches it year after year. */
  double persistence() {
    double none = 1;
    for (int e = 0; e < now.length; e++) {
      none *= 1 - now[e] * before[e];
    }
    return 1 - none;
  }

  /**
   * Either of both. Neither means: fewer than {@code procedures} examinations reach it, and each of
   * these did not before; that is summed over how many do.
   */
  double either(int procedures) {
    double[] exactly = new double[procedures];
    exactly[0] = 1;
    for (int e = 0; e < now.length; e++) {
      double newly = now[e] * (1 - before[e]);
      for (int c = procedures - 1; c > 0; c--) {
        exactly[c] = exactly[c] * (1 - now[e]) + exactly[c - 1] * newly;
      }
      exactly[0] *= 1 - now[e];
    }
    double neither = 0;
    for (double c : exactly) {
      neither += c;
    }
    return Math.max(0, 1 - neither);
  }
}
