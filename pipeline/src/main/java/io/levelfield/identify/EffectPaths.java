package io.levelfield.identify;

import io.levelfield.stats.EffectGrid;

/**
 * From the effect of a school to that of the school in one examination: √w u + √(1-w) v, where w is
 * the part that all examinations share and v is the examination's own. Integrates over v.
 */
final class EffectPaths {
  /** Every so many nodes of the grid suffice for v: they lie one standard deviation apart. */
  private static final int EVERY = 4;

  private final boolean same;
  private final int[][] place;
  private final double[][] beyond;
  private final double[] weights;

  EffectPaths(double shared) {
    same = shared == 1;
    int steps = (EffectGrid.NODES - 1) / EVERY + 1;
    place = new int[EffectGrid.NODES][steps];
    beyond = new double[EffectGrid.NODES][steps];
    weights = new double[steps];
    double sum = 0;
    for (int v = 0; v < steps; v++) {
      weights[v] = EffectGrid.weight(v * EVERY);
      sum += weights[v];
    }
    double step = EffectGrid.node(1) - EffectGrid.node(0);
    for (int v = 0; v < steps; v++) {
      weights[v] /= sum;
      for (int u = 0; u < EffectGrid.NODES; u++) {
        double effect =
            Math.sqrt(shared) * EffectGrid.node(u)
                + Math.sqrt(1 - shared) * EffectGrid.node(v * EVERY);
        double at = (effect - EffectGrid.node(0)) / step;
        at = Math.max(0, Math.min(EffectGrid.NODES - 1, at));
        place[u][v] = Math.min(EffectGrid.NODES - 2, (int) at);
        beyond[u][v] = at - place[u][v];
      }
    }
  }

  /** The mean over v of a function of the examination's effect, at a node of the school's. */
  double mean(double[] ofEffect, int node) {
    if (same) {
      return ofEffect[node];
    }
    double mean = 0;
    for (int v = 0; v < weights.length; v++) {
      int k = place[node][v];
      mean += weights[v] * (ofEffect[k] + beyond[node][v] * (ofEffect[k + 1] - ofEffect[k]));
    }
    return mean;
  }
}
