package io.levelfield.stats;

/** Beta distributions of true shares whose mean and concentration are known. */
public final class KnownBeta {
  private KnownBeta() {}

  /** The distribution in cells, as {@link SharePrior} holds it. */
  public static double[] cells(double mean, double concentration) {
    double[] cells = new double[ShareCells.COUNT];
    ShareCells.addBeta(cells, 1, mean, concentration);
    return cells;
  }

  /** What is known of the share of a school with x of n pupils below. */
  public static SharePosterior posterior(long x, long n, double mean, double concentration) {
    return new SharePosterior(cells(mean, concentration), new CountLikelihood(x, n));
  }
}
