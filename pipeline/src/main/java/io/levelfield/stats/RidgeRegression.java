package io.levelfield.stats;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Ridge regression on standardised regressors: coefficients are drawn towards 0 by a penalty, so
 * that few observations or regressors that go together do not give wild ones (Hoerl, Kennard,
 * Technometrics 12, 1970). The penalty is that of the least generalised cross-validation (Golub,
 * Heath, Wahba, Technometrics 21, 1979).
 */
public final class RidgeRegression {
  private static final double FARTHEST = Math.log(1e8);
  private static final double PRECISION = 1e-8;
  private static final int EVALUATIONS = 1000;
  private static final int GRID = 64;

  private final double[] eigenvalues;
  private final RealMatrix vectors;

  /** Of the response with each principal axis. */
  private final double[] products;

  private final double totalSumOfSquares;
  private final int observations;
  private final double penalty;

  private RidgeRegression(double[][] z, double[] y) {
    observations = y.length;
    RealMatrix x = MatrixUtils.createRealMatrix(z);
    var decomposition = new EigenDecompositionSymmetric(x.transposeMultiply(x));
    eigenvalues =
        Arrays.stream(decomposition.getEigenvalues()).map(value -> Math.max(0, value)).toArray();
    vectors = decomposition.getV();
    double mean = Descriptive.mean(y);
    double[] centred = Arrays.stream(y).map(value -> value - mean).toArray();
    totalSumOfSquares = Arrays.stream(centred).map(value -> value * value).sum();
    products = vectors.transpose().operate(x.transpose().operate(centred));
    penalty = Math.exp(leastCrossValidation());
  }

  /**
   * Fits the responses.
   *
   * @param z standardised regressors, {@code [observation][variable]}
   * @param y responses, not all equal
   * @throws TooFewObservationsException if there are fewer than three
   */
  public static RidgeRegression fit(double[][] z, double[] y) {
    if (y.length < 3) {
      throw new TooFewObservationsException(y.length, 2);
    }
    return new RidgeRegression(z, y);
  }

  /** The best of a grid is refined: the criterion may have several least places. */
  private double leastCrossValidation() {
    double step = 2 * FARTHEST / GRID;
    double best = -FARTHEST;
    for (int i = 1; i <= GRID; i++) {
      double at = -FARTHEST + i * step;
      best = crossValidation(at) < crossValidation(best) ? at : best;
    }
    return new BrentOptimizer(PRECISION, PRECISION)
        .optimize(
            new MaxEval(EVALUATIONS),
            new UnivariateObjectiveFunction(this::crossValidation),
            GoalType.MINIMIZE,
            new SearchInterval(best - step, best + step, best))
        .getPoint();
  }

  private double crossValidation(double logPenalty) {
    double lambda = Math.exp(logPenalty);
    double freedom = 1;
    for (double eigenvalue : eigenvalues) {
      freedom += eigenvalue / (eigenvalue + lambda);
    }
    double rest = observations - freedom;
    return residualSumOfSquares(lambda) / (rest * rest);
  }

  private double residualSumOfSquares(double lambda) {
    double sum = totalSumOfSquares;
    for (int j = 0; j < eigenvalues.length; j++) {
      double shrunk = products[j] / (eigenvalues[j] + lambda);
      sum += shrunk * shrunk * eigenvalues[j] - 2 * shrunk * products[j];
    }
    return sum;
  }

  /** The penalty on the squared coefficients. */
  public double penalty() {
    return penalty;
  }

  /** Change of the response per standard deviation of each regressor. */
  public double[] coefficients() {
    double[] onAxes = new double[products.length];
    for (int j = 0; j < onAxes.length; j++) {
      onAxes[j] = products[j] / (eigenvalues[j] + penalty);
    }
    return vectors.operate(onAxes);
  }

  /** The share of the responses' variance that the fit explains. */
  public double rSquared() {
    return 1 - residualSumOfSquares(penalty) / totalSumOfSquares;
  }
}
