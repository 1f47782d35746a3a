package io.levelfield.stats;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Student's t in several dimensions, from which points are drawn; see {@link StudentDraws}. */
final class StudentCloud {
  private static final double LEAST_VARIANCE = 1e-10;

  /** Points that must count for moments to be learnt from them, for each dimension. */
  private static final int POINTS_PER_DIMENSION = 4;

  private final double[] centre;
  private final double[][] axes;
  private final double[] scales;
  private final double logTop;
  private final double power;

  StudentCloud(double[] centre, RealMatrix spread) {
    this.centre = centre.clone();
    var eigen = new EigenDecompositionSymmetric(symmetric(spread));
    axes = eigen.getV().getData();
    scales = eigen.getEigenvalues();
    double sum = 0;
    for (int k = 0; k < scales.length; k++) {
      scales[k] = Math.sqrt(Math.max(LEAST_VARIANCE, scales[k]));
      sum += Math.log(scales[k]);
    }
    power = (StudentDraws.DEGREES + scales.length) / 2.0;
    logTop = StudentDraws.logTop(scales.length) - sum;
  }

  /**
   * The cloud with the mean and covariance of weighted points. Where a few points outweigh all
   * others, weights are first made more even.
   */
  static StudentCloud around(List<double[]> points, double[] logWeights) {
    int dimension = points.get(0).length;
    double[] weights = tempered(logWeights, POINTS_PER_DIMENSION * dimension);
    double[] mean = new double[dimension];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < dimension; j++) {
        mean[j] += weights[i] * points.get(i)[j];
      }
    }
    RealMatrix spread = MatrixUtils.createRealMatrix(dimension, dimension);
    for (int i = 0; i < weights.length; i++) {
      double[] point = points.get(i);
      for (int j = 0; j < dimension; j++) {
        for (int k = 0; k <= j; k++) {
          spread.addToEntry(j, k, weights[i] * (point[j] - mean[j]) * (point[k] - mean[k]));
        }
      }
    }
    return new StudentCloud(mean, spread);
  }

  private static double[] tempered(double[] logWeights, double atLeast) {
    double[] weights = normalised(logWeights, 1);
    for (double power = 1; effective(weights) < atLeast && power > 0.01; power *= 0.8) {
      weights = normalised(logWeights, power);
    }
    return weights;
  }

  private static double[] normalised(double[] logWeights, double power) {
    double top = Arrays.stream(logWeights).max().orElseThrow();
    double[] weights = new double[logWeights.length];
    Arrays.setAll(weights, i -> Math.exp(power * (logWeights[i] - top)));
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, i -> weights[i] / sum);
    return weights;
  }

  /** Kish's effective number of points. */
  private static double effective(double[] weights) {
    return 1 / Arrays.stream(weights).map(w -> w * w).sum();
  }

  /** The lower triangle on both sides. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    RealMatrix symmetric = matrix.copy();
    for (int j = 0; j < matrix.getRowDimension(); j++) {
      for (int k = 0; k < j; k++) {
        symmetric.setEntry(k, j, matrix.getEntry(j, k));
      }
    }
    return symmetric;
  }

  /** The inverse of a symmetric matrix, its eigenvalues raised to a least one. */
  static RealMatrix inverse(RealMatrix matrix, double least) {
    var eigen = new EigenDecompositionSymmetric(matrix);
    double[] values = eigen.getEigenvalues();
    Arrays.setAll(values, k -> 1 / Math.max(least, values[k]));
    return eigen
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(values))
        .multiplyTransposed(eigen.getV());
  }

  /** The point where a draw of unit scale lies in this cloud. */
  double[] point(double[] unit) {
    double[] point = centre.clone();
    for (int j = 0; j < point.length; j++) {
      for (int k = 0; k < point.length; k++) {
        point[j] += scales[k] * unit[k] * axes[j][k];
      }
    }
    return point;
  }

  /** The squared distance from the centre, in scales. */
  double distance(double[] point) {
    double distance = 0;
    for (int k = 0; k < scales.length; k++) {
      double along = 0;
      for (int j = 0; j < point.length; j++) {
        along += (point[j] - centre[j]) * axes[j][k];
      }
      distance += along * along / (scales[k] * scales[k]);
    }
    return distance;
  }

  double logDensity(double[] point) {
    return logTop - power * Math.log1p(distance(point) / StudentDraws.DEGREES);
  }
}
