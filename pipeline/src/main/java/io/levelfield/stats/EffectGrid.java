package io.levelfield.stats;

/**
 * A standard normal effect at evenly spaced nodes, from -4 to 4: sums over nodes with these weights
 * are integrals by the trapezoidal rule, which for a normal density is right to many digits.
 */
public final class EffectGrid {
  /** Number of nodes. */
  public static final int NODES = 33;

  private static final double REACH = 4;
  private static final double STEP = 2 * REACH / (NODES - 1);
  private static final double[] WEIGHTS = new double[NODES];

  static {
    double sum = 0;
    for (int k = 0; k < NODES; k++) {
      WEIGHTS[k] = Math.exp(-node(k) * node(k) / 2);
      sum += WEIGHTS[k];
    }
    for (int k = 0; k < NODES; k++) {
      WEIGHTS[k] /= sum;
    }
  }

  private EffectGrid() {}

  /** The effect at a node. */
  public static double node(int k) {
    return -REACH + k * STEP;
  }

  /** The weight of a node; all weights sum to 1. */
  public static double weight(int k) {
    return WEIGHTS[k];
  }

  /** A function known at the nodes, linear between them and constant beyond. */
  public static double at(double[] values, double effect) {
    double place = Math.max(0, Math.min(NODES - 1, (effect + REACH) / STEP));
    int k = Math.min(NODES - 2, (int) place);
    return values[k] + (place - k) * (values[k + 1] - values[k]);
  }
}
