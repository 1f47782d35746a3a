package io.levelfield.stats;

/**
 * The lower triangular square root of a small covariance matrix, with which errors are made
 * independent of each other.
 */
final class LowerTriangle {
  private final double[][] rows;

  /**
   * Cholesky's factor.
   *
   * @param covariance symmetric and positive definite; its lower half is read
   * @throws IllegalArgumentException if it is not positive definite
   */
  LowerTriangle(double[][] covariance) {
    int n = covariance.length;
    rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double rest = covariance[i][j];
        for (int k = 0; k < j; k++) {
          rest -= rows[i][k] * rows[j][k];
        }
        if (i == j && !(rest > 0)) {
          throw new IllegalArgumentException("column " + i + " depends on those before it");
        }
        rows[i][j] = i == j ? Math.sqrt(rest) : rest / rows[j][j];
      }
    }
  }

  /** The logarithm of the covariance's determinant. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += 2 * Math.log(rows[i][i]);
    }
    return sum;
  }

  /** Independent errors of variance 1 from correlated ones: solves L x = y, in place. */
  double[] whiten(double[] values) {
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < i; k++) {
        values[i] -= rows[i][k] * values[k];
      }
      values[i] /= rows[i][i];
    }
    return values;
  }

  /** Solves the covariance times x = y, in place. */
  double[] solve(double[] values) {
    whiten(values);
    for (int i = rows.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < rows.length; k++) {
        values[i] -= rows[k][i] * values[k];
      }
      values[i] /= rows[i][i];
    }
    return values;
  }
}
