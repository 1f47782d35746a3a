package io.levelfield.stats;

/**
 * x of n pupils below the minimum, and the distribution of the true share before they are seen, on
 * the normal scale: where the cells of {@link ShareCells} that explain the count end if the share
 * is the quantile of its distribution at Φ(z).
 */
public final class CountOnNormalScale {
  private final CountLikelihood likelihood;
  private final double[] ends;

  /**
   * @param spread the distribution of the true share before the pupils are seen, see {@link
   *     SharePrior#without}
   * @throws IllegalArgumentException unless 0 &le; x &le; n and n is above 0
   */
  public CountOnNormalScale(double[] spread, long x, long n) {
    likelihood = new CountLikelihood(x, n);
    int first = likelihood.first();
    double upTo = 0;
    for (int j = 0; j < first; j++) {
      upTo += spread[j];
    }
    ends = new double[likelihood.byCell().length + 1];
    for (int j = 0; j < ends.length; j++) {
      ends[j] = end(first + j, upTo);
      upTo += first + j < spread.length ? spread[first + j] : 0;
    }
  }

  private static double end(int cell, double upTo) {
    if (cell == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return cell == ShareCells.COUNT
        ? Double.POSITIVE_INFINITY
        : NormalTail.quantile(Math.min(1, upTo));
  }

  CountLikelihood likelihood() {
    return likelihood;
  }

  /** Ends of the likelihood's cells, the first one's beginning before them. */
  double[] ends() {
    return ends;
  }
}
