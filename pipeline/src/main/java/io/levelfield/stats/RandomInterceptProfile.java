package io.levelfield.stats;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The restricted likelihood of a random-intercept model as a function of the ratio θ = τ²/σ² alone.
 * Covariates and response are taken from their means over all observations, for accuracy.
 *
 * <p>A school of weight n enters with its means at weight ω = n/(1+θn), and with its cross-products
 * around them, which do not depend on θ and are summed once.
 */
final class RandomInterceptProfile {
  /** A spread this small beside the values is rounding. */
  private static final double ROUNDING = 1e-24;

  /** A covariate with less than this share of its squares left is collinear. */
  private static final double COLLINEAR = 1e-12;

  private final int p;
  private final long observations;
  private final double[] weights;
  private final double[][] x;
  private final double[] y;
  private final double[] centre;
  private final double[][] within;
  private final double[] withinResponse;
  private final double withinSquares;
  private final boolean withoutSpreadWithin;

  /** The profile at one ratio, with the coefficients that go with it. */
  record Point(
      double tau2, double sigma2, double deviance, RealVector beta, RealMatrix covariance) {}

  /** Generalised least squares at given weights of the schools' means. */
  private record Solution(RealVector beta, RealMatrix inverse, double squares, double logDet) {}

  RandomInterceptProfile(List<CrossMoments> groups) {
    int covariates = groups.isEmpty() ? 0 : groups.get(0).covariates();
    p = covariates + 1;
    observations = groups.stream().mapToLong(CrossMoments::observations).sum();
    weights = groups.stream().mapToDouble(CrossMoments::weight).toArray();
    x = new double[weights.length][p];
    y = new double[weights.length];
    centre = new double[covariates + 1];
    within = new double[p][p];
    withinResponse = new double[p];
    var total = new CrossMoments(covariates);
    groups.forEach(total::merge);
    for (int j = 0; j <= covariates; j++) {
      centre[j] = j < covariates ? total.mean(j) : total.mean();
    }
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      CrossMoments group = groups.get(i);
      x[i][0] = 1;
      y[i] = group.mean() - centre[covariates];
      squares += group.product(covariates, covariates);
      for (int j = 0; j < covariates; j++) {
        x[i][j + 1] = group.mean(j) - centre[j];
        withinResponse[j + 1] += group.product(j, covariates);
        for (int k = 0; k < covariates; k++) {
          within[j + 1][k + 1] += group.product(j, k);
        }
      }
    }
    withinSquares = squares;
    int varying = checked(total);
    withoutSpreadWithin =
        varying == 0
            && squares <= ROUNDING * total.weight() * centre[covariates] * centre[covariates];
  }

  /** Checks that the coefficients can be estimated; returns how many covariates vary in schools. */
  private int checked(CrossMoments total) {
    int varying = 0;
    for (int j = 0; j < p - 1; j++) {
      if (within[j + 1][j + 1] > 0) {
        varying++;
      }
      if (total.product(j, j) <= ROUNDING * total.weight() * centre[j] * centre[j]) {
        throw new CollinearColumnException(j);
      }
    }
    if (weights.length <= p - varying) {
      throw new TooFewObservationsException(weights.length, p - varying);
    }
    if (observations - weights.length <= varying) {
      throw new TooFewObservationsException(
          (int) Math.min(Integer.MAX_VALUE, observations), weights.length + varying);
    }
    double[][] rest = new double[p - 1][p - 1];
    for (int j = 0; j < p - 1; j++) {
      for (int k = 0; k < p - 1; k++) {
        rest[j][k] = total.product(j, k);
      }
    }
    for (int j = 0; j < p - 1; j++) {
      if (rest[j][j] <= COLLINEAR * total.product(j, j)) {
        throw new CollinearColumnException(j);
      }
      for (int k = j + 1; k < p - 1; k++) {
        double factor = rest[k][j] / rest[j][j];
        for (int l = j; l < p - 1; l++) {
          rest[k][l] -= factor * rest[j][l];
        }
      }
    }
    return varying;
  }

  /** Degrees of freedom of σ². */
  long degrees() {
    return observations - p;
  }

  int coefficients() {
    return p;
  }

  /** Whether all pupils of a school have one result, so that σ² is 0 and θ infinite. */
  boolean withoutSpreadWithin() {
    return withoutSpreadWithin;
  }

  /** The fit where σ² is 0: ordinary least squares over schools. */
  Point atZeroResidual() {
    double[] omega = new double[weights.length];
    Arrays.fill(omega, 1);
    Solution solution = solve(omega);
    double tau2 = solution.squares() / (weights.length - p);
    return new Point(
        tau2,
        0,
        Double.NEGATIVE_INFINITY,
        solution.beta(),
        solution.inverse().scalarMultiply(tau2));
  }

  Point at(double theta) {
    Solution solution = solve(omega(theta));
    long df = observations - p;
    double sigma2 = solution.squares() / df;
    double deviance = df * (1 + Math.log(2 * Math.PI * sigma2)) + solution.logDet();
    for (double weight : weights) {
      deviance += Math.log1p(theta * weight);
    }
    return new Point(
        theta * sigma2,
        sigma2,
        deviance,
        solution.beta(),
        solution.inverse().scalarMultiply(sigma2));
  }

  /** The derivative of the deviance in log θ; the coefficients drop out of it at their optimum. */
  double slope(double theta) {
    double[] omega = omega(theta);
    Solution solution = solve(omega);
    double[] beta = solution.beta().toArray();
    double squares = 0;
    double trace = 0;
    double shrinkage = 0;
    for (int i = 0; i < weights.length; i++) {
      double residual = residual(i, beta);
      double square = omega[i] * omega[i];
      squares += square * residual * residual;
      RealVector row = new ArrayRealVector(x[i], false);
      trace += square * row.dotProduct(solution.inverse().operate(row));
      shrinkage += omega[i];
    }
    return theta * (shrinkage - trace - (observations - p) * squares / solution.squares());
  }

  private double[] omega(double theta) {
    double[] omega = new double[weights.length];
    for (int i = 0; i < omega.length; i++) {
      omega[i] = weights[i] / (1 + theta * weights[i]);
    }
    return omega;
  }

  private Solution solve(double[] omega) {
    double[][] gram = new double[p][];
    double[] response = withinResponse.clone();
    for (int j = 0; j < p; j++) {
      gram[j] = within[j].clone();
    }
    for (int i = 0; i < omega.length; i++) {
      for (int j = 0; j < p; j++) {
        response[j] += omega[i] * x[i][j] * y[i];
        for (int k = 0; k < p; k++) {
          gram[j][k] += omega[i] * x[i][j] * x[i][k];
        }
      }
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        gram[j][k] = gram[k][j];
      }
    }
    var decomposition = new CholeskyDecomposition(MatrixUtils.createRealMatrix(gram), 1e-15, 0);
    RealVector solution = decomposition.getSolver().solve(new ArrayRealVector(response, false));
    double[] beta = solution.toArray();
    double logDet = 0;
    for (int j = 0; j < p; j++) {
      logDet += 2 * Math.log(decomposition.getL().getEntry(j, j));
    }
    double squares = squaresWithin(beta);
    for (int i = 0; i < omega.length; i++) {
      double residual = residual(i, beta);
      squares += omega[i] * residual * residual;
    }
    return new Solution(solution, decomposition.getSolver().getInverse(), squares, logDet);
  }

  private double residual(int school, double[] beta) {
    double residual = y[school];
    for (int j = 0; j < p; j++) {
      residual -= x[school][j] * beta[j];
    }
    return residual;
  }

  private double squaresWithin(double[] beta) {
    double squares = withinSquares;
    for (int j = 1; j < p; j++) {
      squares -= 2 * beta[j] * withinResponse[j];
      for (int k = 1; k < p; k++) {
        squares += beta[j] * within[j][k] * beta[k];
      }
    }
    return Math.max(0, squares);
  }

  /** Coefficients for covariates and response as given: only the intercept changes. */
  double[] uncentred(RealVector beta) {
    double[] moved = beta.toArray();
    moved[0] += centre[p - 1];
    for (int j = 1; j < p; j++) {
      moved[0] -= moved[j] * centre[j - 1];
    }
    return moved;
  }

  RealMatrix uncentredCovariance(RealMatrix covariance) {
    RealMatrix shift = MatrixUtils.createRealIdentityMatrix(p);
    for (int j = 1; j < p; j++) {
      shift.setEntry(0, j, -centre[j - 1]);
    }
    return shift.multiply(covariance).multiplyTransposed(shift);
  }
}
