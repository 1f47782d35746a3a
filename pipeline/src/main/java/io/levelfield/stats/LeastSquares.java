package io.levelfield.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Ordinary least squares of one variable on a constant and regressors, by QR decomposition. The
 * definitions are those of R's {@code summary(lm(...))}.
 */
public final class LeastSquares {
  /** A regressor with less than this share of its own left is collinear; as in R's {@code lm}. */
  private static final double COLLINEAR = 1e-7;

  private final double[] coefficients;
  private final double[] standardErrors;
  private final double[] fitted;
  private final double[] residuals;
  private final double residualSumOfSquares;
  private final double totalSumOfSquares;

  private LeastSquares(double[][] design, double[] y) {
    RealMatrix x = MatrixUtils.createRealMatrix(design);
    var decomposition = new QRDecomposition(x);
    int p = design[0].length;
    RealMatrix r = decomposition.getR().getSubMatrix(0, p - 1, 0, p - 1);
    for (int j = 0; j < p; j++) {
      if (Math.abs(r.getEntry(j, j)) <= COLLINEAR * x.getColumnVector(j).getNorm()) {
        throw new CollinearColumnException(j - 1);
      }
    }
    var response = new ArrayRealVector(y, false);
    coefficients = decomposition.getSolver().solve(response).toArray();
    fitted = x.operate(coefficients);
    residuals = response.subtract(new ArrayRealVector(fitted, false)).toArray();
    residualSumOfSquares = sumOfSquares(residuals, 0);
    totalSumOfSquares = sumOfSquares(y, Descriptive.mean(y));
    standardErrors = new double[p];
    for (int j = 0; j < p; j++) {
      standardErrors[j] = residualSd() * rowNormOfInverse(r, j);
    }
  }

  /**
   * Fits {@code y} on a constant and the columns of {@code x}.
   *
   * @param x regressors without the constant, {@code [observation][variable]}
   * @param y responses, {@code [observation]}
   * @throws TooFewObservationsException if observations do not outnumber coefficients
   * @throws CollinearColumnException if a regressor adds nothing to those before it
   * @throws IllegalArgumentException if {@code x} and {@code y} differ in length
   */
  public static LeastSquares fit(double[][] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " rows for " + y.length + " responses");
    }
    int coefficients = x.length == 0 ? 1 : x[0].length + 1;
    if (x.length <= coefficients) {
      throw new TooFewObservationsException(x.length, coefficients);
    }
    return new LeastSquares(
        Arrays.stream(x).map(LeastSquares::withConstant).toArray(double[][]::new), y);
  }

  /** The constant, then a coefficient per column of {@code x}. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** Standard errors of the coefficients, in their order. */
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /** Coefficients divided by their standard errors, in their order. */
  public double[] tValues() {
    double[] t = new double[coefficients.length];
    for (int j = 0; j < t.length; j++) {
      t[j] = coefficients[j] / standardErrors[j];
    }
    return t;
  }

  /** Fitted responses, {@code [observation]}. */
  public double[] fitted() {
    return fitted.clone();
  }

  /** Responses less fitted responses, {@code [observation]}. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** Observations less coefficients, the constant counted. */
  public int degreesOfFreedom() {
    return residuals.length - coefficients.length;
  }

  /** The residual standard deviation, with the degrees of freedom as denominator. */
  public double residualSd() {
    return Math.sqrt(residualSumOfSquares / degreesOfFreedom());
  }

  /** The share of the responses' variance that the fit explains; NaN if they are all equal. */
  public double rSquared() {
    return 1 - residualSumOfSquares / totalSumOfSquares;
  }

  /** R² less what as many regressors would explain by chance. */
  public double adjustedRSquared() {
    return 1 - (1 - rSquared()) * (residuals.length - 1) / degreesOfFreedom();
  }

  /**
   * Probability of an F statistic as large as this fit's where no regressor goes with the response
   * (F test of all slopes at once); NaN or near 1 if the responses are all equal.
   */
  public double probabilityOfNoSlope() {
    int slopes = coefficients.length - 1;
    double explained = (totalSumOfSquares - residualSumOfSquares) / slopes;
    double f = explained * degreesOfFreedom() / residualSumOfSquares;
    return Double.isNaN(f)
        ? f
        : 1 - new FDistribution(slopes, degreesOfFreedom()).cumulativeProbability(f);
  }

  private static double[] withConstant(double[] row) {
    double[] design = new double[row.length + 1];
    design[0] = 1;
    System.arraycopy(row, 0, design, 1, row.length);
    return design;
  }

  private static double sumOfSquares(double[] values, double centre) {
    return Arrays.stream(values).map(v -> (v - centre) * (v - centre)).sum();
  }

  /**
   * The length of row j of the inverse of an upper triangle R: the j-th of diag((R'R)^-1), rooted.
   */
  private static double rowNormOfInverse(RealMatrix r, int j) {
    // Row j of the inverse is the solution a of a R = e_j; its entries before j are zero.
    int p = r.getColumnDimension();
    double[] a = new double[p];
    for (int column = j; column < p; column++) {
      double rest = column == j ? 1 : 0;
      for (int i = j; i < column; i++) {
        rest -= a[i] * r.getEntry(i, column);
      }
      a[column] = rest / r.getEntry(column, column);
    }
    return Math.sqrt(sumOfSquares(a, 0));
  }
}
