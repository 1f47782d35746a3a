package io.levelfield.stats;

/**
 * What x of n pupils below the minimum say of a school's shared effect, where the school's true
 * shares go together: each is the quantile of its own distribution at Φ(√ρ s + √(1-ρ) e), with an
 * effect s that the school's shares have in common and an own e, both standard normal (a Gaussian
 * copula of one factor: Li, Journal of Fixed Income 9(4), 2000, 43-54, after Vasicek).
 *
 * <p>Distributions are kept in the cells of {@link ShareCells}; the effect at the nodes of {@link
 * EffectGrid}.
 */
public final class LinkedCount {
  private final CountLikelihood own;
  private final double[][] cells;
  private final double[] likelihood;

  /**
   * @param spread the distribution of the true share before the pupils are seen, see {@link
   *     SharePrior#without}
   * @param correlation ρ, from 0 to below 1
   */
  public LinkedCount(double[] spread, long x, long n, double correlation) {
    own = new CountLikelihood(x, n);
    double[] ends = ends(spread);
    double root = Math.sqrt(correlation);
    double rest = Math.sqrt(1 - correlation);
    int width = own.byCell().length;
    cells = new double[EffectGrid.NODES][width];
    likelihood = new double[EffectGrid.NODES];
    for (int k = 0; k < EffectGrid.NODES; k++) {
      double shift = root * EffectGrid.node(k);
      double below = NormalTable.cumulative((ends[own.first()] - shift) / rest);
      for (int j = 0; j < width; j++) {
        double upTo = NormalTable.cumulative((ends[own.first() + j + 1] - shift) / rest);
        cells[k][j] = upTo - below;
        below = upTo;
      }
      likelihood[k] = sum(cells[k], own.byCell());
    }
  }

  /** Ends of cells on the normal scale. */
  private static double[] ends(double[] spread) {
    double[] ends = new double[spread.length + 1];
    ends[0] = Double.NEGATIVE_INFINITY;
    double upTo = 0;
    for (int j = 0; j < spread.length - 1; j++) {
      upTo = Math.min(1, upTo + spread[j]);
      ends[j + 1] = NormalTail.quantile(upTo);
    }
    ends[spread.length] = Double.POSITIVE_INFINITY;
    return ends;
  }

  private static double sum(double[] cells, double[] likelihood) {
    double sum = 0;
    for (int j = 0; j < cells.length; j++) {
      sum += cells[j] * likelihood[j];
    }
    return sum;
  }

  /** By node: the likelihood of the count at this effect, up to a factor that all nodes share. */
  public double[] likelihood() {
    return likelihood.clone();
  }

  /** By node: the part of the likelihood where the true share reaches the threshold. */
  public double[] likelihoodFrom(double threshold) {
    double[] above = own.byCellFrom(threshold);
    double[] from = new double[EffectGrid.NODES];
    for (int k = 0; k < from.length; k++) {
      from[k] = Math.min(likelihood[k], sum(cells[k], above));
    }
    return from;
  }
}
