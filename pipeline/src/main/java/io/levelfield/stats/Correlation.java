package io.levelfield.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;

/** How closely samples go together, -1..1. */
public final class Correlation {
  private Correlation() {}

  /**
   * Pearson's product-moment correlation.
   *
   * @throws ZeroVarianceException if all values of a sample are equal; its column is 0 or 1
   * @throws IllegalArgumentException if the lengths differ or are below two
   */
  public static double pearson(double[] x, double[] y) {
    requireSpread(x, 0);
    requireSpread(y, 1);
    return new PearsonsCorrelation().correlation(x, y);
  }

  /**
   * Spearman's rank correlation, with tied values sharing their mean rank.
   *
   * @throws ZeroVarianceException if all values of a sample are equal; its column is 0 or 1
   * @throws IllegalArgumentException if the lengths differ or are below two
   */
  public static double spearman(double[] x, double[] y) {
    return pearson(Ranks.ascending(x), Ranks.ascending(y));
  }

  /**
   * Pearson's correlations of all pairs of columns.
   *
   * @param rows {@code [observation][variable]}, at least two observations
   * @return symmetric, {@code [variable][variable]}, with ones on the diagonal
   * @throws ZeroVarianceException if a column's values are all equal
   */
  public static double[][] matrix(double[][] rows) {
    double[][] z = Standardisation.of(rows).standardise(rows);
    int variables = z[0].length;
    double[][] correlations = new double[variables][variables];
    for (int a = 0; a < variables; a++) {
      correlations[a][a] = 1;
      for (int b = 0; b < a; b++) {
        double products = 0;
        for (double[] row : z) {
          products += row[a] * row[b];
        }
        double correlation = products / (z.length - 1);
        correlations[a][b] = correlation;
        correlations[b][a] = correlation;
      }
    }
    return correlations;
  }

  private static void requireSpread(double[] values, int column) {
    if (Standardisation.isConstant(values, Descriptive.sd(values))) {
      throw new ZeroVarianceException(column);
    }
  }
}
