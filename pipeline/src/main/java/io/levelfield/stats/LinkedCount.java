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
  private final CountOnNormalScale count;
  private final double shift;
  private final double rest;
  private final double[] likelihood;

  /**
   * @param count the school's pupils and the distribution of its true share
   * @param correlation ρ, from 0 to below 1
   */
  public LinkedCount(CountOnNormalScale count, double correlation) {
    this.count = count;
    shift = Math.sqrt(correlation);
    rest = Math.sqrt(1 - correlation);
    likelihood = byNode(count.likelihood().byCell());
  }

  /** By node: the mean over cells of what is given by cell, were the effect the node's. */
  private double[] byNode(double[] byCell) {
    double[] ends = count.ends();
    double[] byNode = new double[EffectGrid.NODES];
    for (int k = 0; k < byNode.length; k++) {
      double effect = shift * EffectGrid.node(k);
      double below = NormalTable.cumulative((ends[0] - effect) / rest);
      for (int j = 0; j < byCell.length; j++) {
        double upTo = NormalTable.cumulative((ends[j + 1] - effect) / rest);
        byNode[k] += (upTo - below) * byCell[j];
        below = upTo;
      }
    }
    return byNode;
  }

  /** By node: the likelihood of the count at this effect, up to a factor that all nodes share. */
  public double[] likelihood() {
    return likelihood.clone();
  }

  /** By node: the part of the likelihood where the true share reaches the threshold. */
  public double[] likelihoodFrom(double threshold) {
    double[] from = byNode(count.likelihood().byCellFrom(threshold));
    for (int k = 0; k < from.length; k++) {
      from[k] = Math.min(likelihood[k], from[k]);
    }
    return from;
  }
}
