package io.levelfield.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Means or shares of schools whose errors differ with their pupils' number, to be regressed on
 * covariates by iterated weighted least squares: means as they are, shares by their log-odds, each
 * with the variance between schools that is left without covariates ({@link BetweenVariance}).
 */
public final class GroupedResponse {
  private static final int ITERATIONS = 4;
  private static final double FARTHEST_LOG_ODDS = 5;
  private static final double RIDGE = 1e-6;

  private final double[] y;
  private final double[] variances;
  private final boolean shares;

  private GroupedResponse(double[] y, double[] variances, boolean shares) {
    this.y = y;
    this.variances = variances;
    this.shares = shares;
  }

  /**
   * A regression: the constant and the coefficients, their precision, and the sum of squares in
   * deviations.
   */
  static final class Fit {
    private final double[] coefficients;
    private final RealMatrix precision;
    private final double squares;

    private Fit(double[] coefficients, RealMatrix precision, double squares) {
      this.coefficients = coefficients;
      this.precision = precision;
      this.squares = squares;
    }

    double[] coefficients() {
      return coefficients;
    }

    RealMatrix precision() {
      return precision;
    }

    double squares() {
      return squares;
    }
  }

  /**
   * Shares, x of n pupils.
   *
   * @param n at least 1 each
   */
  public static GroupedResponse ofShares(long[] x, long[] n) {
    double pupils = Arrays.stream(n).mapToDouble(m -> m).sum();
    double p = Arrays.stream(x).mapToDouble(k -> k).sum() / pupils;
    double[] y = new double[n.length];
    double[] own = new double[n.length];
    double[] shared = new double[n.length];
    for (int s = 0; s < n.length; s++) {
      y[s] = (double) x[s] / n[s];
      own[s] = 1.0 / n[s];
      shared[s] = 1 - own[s];
    }
    if (!(p > 0 && p < 1)) {
      return new GroupedResponse(y, own, true);
    }
    double[] squares = Arrays.stream(y).map(v -> (v - p) * (v - p) / (p * (1 - p))).toArray();
    // Relative to p(1-p): 1/n + ρ(1-1/n), ρ the correlation of two pupils of a school.
    return new GroupedResponse(
        y, BetweenVariance.variances(squares, own, shared, 1, Math.max(1, n.length - 1)), true);
  }

  /**
   * Means.
   *
   * @param n pupils, at least 1 each
   * @param within variance of pupils in a school
   */
  public static GroupedResponse ofMeans(double[] means, long[] n, double within) {
    double centre = Descriptive.mean(means);
    double[] squares = Arrays.stream(means).map(v -> (v - centre) * (v - centre)).toArray();
    double[] own = Arrays.stream(n).mapToDouble(m -> within / m).toArray();
    double[] shared = new double[n.length];
    Arrays.fill(shared, 1);
    double most = Arrays.stream(squares).sum();
    return new GroupedResponse(
        means.clone(),
        BetweenVariance.variances(squares, own, shared, most, Math.max(1, n.length - 1)),
        false);
  }

  int schools() {
    return y.length;
  }

  /** Of every second, third … school. */
  GroupedResponse every(int step) {
    return step == 1 ? this : new GroupedResponse(every(y, step), every(variances, step), shares);
  }

  static double[] every(double[] values, int step) {
    return IntStream.iterate(0, i -> i < values.length, i -> i + step)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  /**
   * Regresses on a constant and these columns.
   *
   * @param columns {@code [school]} each, of mean 0
   */
  Fit fit(List<double[]> columns) {
    int p = columns.size() + 1;
    double[] beta = new double[p];
    double mean = Descriptive.mean(y);
    beta[0] = shares ? logOdds((mean * y.length + 0.5) / (y.length + 1)) : mean;
    double[] row = new double[p];
    RealMatrix normal = MatrixUtils.createRealMatrix(p, p);
    for (int i = 0; i < (shares ? ITERATIONS : 1); i++) {
      normal = MatrixUtils.createRealMatrix(p, p);
      var right = new ArrayRealVector(p);
      for (int s = 0; s < y.length; s++) {
        double eta = fill(row, columns, s, beta);
        double expected = shares ? probability(eta) : eta;
        double slope = shares ? expected * (1 - expected) : 1;
        double weight = slope / variances[s];
        double working = eta + (y[s] - expected) / slope;
        for (int j = 0; j < p; j++) {
          right.addToEntry(j, weight * row[j] * working);
          for (int k = 0; k <= j; k++) {
            normal.addToEntry(j, k, weight * row[j] * row[k]);
          }
        }
      }
      for (int j = 0; j < p; j++) {
        // Columns that say the same, or nothing, share what they explain.
        normal.multiplyEntry(j, j, 1 + RIDGE);
        normal.addToEntry(j, j, Double.MIN_NORMAL);
        for (int k = 0; k < j; k++) {
          normal.setEntry(k, j, normal.getEntry(j, k));
        }
      }
      beta = new CholeskyDecomposition(normal, 1e-9, 0).getSolver().solve(right).toArray();
    }
    double squares = 0;
    for (int s = 0; s < y.length; s++) {
      double eta = fill(row, columns, s, beta);
      if (shares) {
        double expected = probability(eta);
        squares += deviance(y[s], expected) / variances[s];
      } else {
        squares += (y[s] - eta) * (y[s] - eta) / variances[s];
      }
    }
    return new Fit(beta, normal, squares);
  }

  private double fill(double[] row, List<double[]> columns, int s, double[] beta) {
    row[0] = 1;
    double eta = beta[0];
    for (int j = 1; j < row.length; j++) {
      row[j] = columns.get(j - 1)[s];
      eta += beta[j] * row[j];
    }
    return shares ? Math.max(-FARTHEST_LOG_ODDS, Math.min(FARTHEST_LOG_ODDS, eta)) : eta;
  }

  private static double deviance(double share, double expected) {
    double log = share > 0 ? share * Math.log(share / expected) : 0;
    log += share < 1 ? (1 - share) * Math.log((1 - share) / (1 - expected)) : 0;
    return 2 * log;
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
