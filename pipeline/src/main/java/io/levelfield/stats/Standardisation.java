package io.levelfield.stats;

import java.util.Arrays;

/** Puts the columns of a matrix into standard deviations from their means, and back. */
public final class Standardisation {
  /** A spread this small beside a column's values is rounding, not variance. */
  private static final double ROUNDING = 1e-12;

  private final double[] means;
  private final double[] sds;

  private Standardisation(double[] means, double[] sds) {
    this.means = means;
    this.sds = sds;
  }

  /**
   * Measures the columns' means and sample standard deviations (n-1).
   *
   * @param rows {@code [observation][variable]}, at least two observations
   * @throws ZeroVarianceException if a column's values are all equal
   * @throws IllegalArgumentException if there are fewer than two rows
   */
  public static Standardisation of(double[][] rows) {
    int variables = rows.length == 0 ? 0 : rows[0].length;
    double[] means = new double[variables];
    double[] sds = new double[variables];
    for (int j = 0; j < variables; j++) {
      double[] column = column(rows, j);
      means[j] = Descriptive.mean(column);
      sds[j] = Descriptive.sd(column);
      if (isConstant(column, sds[j])) {
        throw new ZeroVarianceException(j);
      }
    }
    return new Standardisation(means, sds);
  }

  /** The z-scores of rows, {@code [observation][variable]}; the rows themselves stay. */
  public double[][] standardise(double[][] rows) {
    return Arrays.stream(rows).map(this::standardise).toArray(double[][]::new);
  }

  /** The z-scores of one observation. */
  public double[] standardise(double[] row) {
    double[] z = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      z[j] = (row[j] - means[j]) / sds[j];
    }
    return z;
  }

  /** One observation in the columns' own units, from its z-scores. */
  public double[] inUnits(double[] z) {
    double[] row = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      row[j] = means[j] + z[j] * sds[j];
    }
    return row;
  }

  /** The mean of a column, in its unit. */
  public double mean(int column) {
    return means[column];
  }

  /** The sample standard deviation of a column, in its unit. */
  public double sd(int column) {
    return sds[column];
  }

  static boolean isConstant(double[] values, double sd) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return sd <= ROUNDING * largest;
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }
}
