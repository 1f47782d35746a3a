package io.levelfield.stats;

import io.levelfield.model.outcome.TrueShares;

/** Beta distributions of true shares whose mean and concentration are known. */
public final class KnownBeta {
  private KnownBeta() {}

  /** The distribution in cells, as {@link SharePrior} holds it. */
  public static double[] cells(double mean, double concentration) {
    double[] cells = new double[ShareCells.COUNT];
    ShareCells.addBeta(cells, 1, mean, concentration);
    return cells;
  }

  /** The distribution as that of schools of any kind, whatever their pupils show. */
  public static TrueShares spread(double mean, double concentration) {
    double[] cells = cells(mean, concentration);
    return new TrueShares() {
      @Override
      public int kind(String schoolId) {
        return 0;
      }

      @Override
      public boolean byIndex() {
        return false;
      }

      @Override
      public double[] without(int kind, long below, long participants) {
        return cells;
      }

      @Override
      public double[] of(int kind) {
        return cells;
      }
    };
  }

  /** What is known of the share of a school with x of n pupils below. */
  public static SharePosterior posterior(long x, long n, double mean, double concentration) {
    return new SharePosterior(cells(mean, concentration), new CountLikelihood(x, n));
  }
}
