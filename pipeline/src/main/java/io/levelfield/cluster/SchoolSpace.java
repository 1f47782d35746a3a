package io.levelfield.cluster;

import io.levelfield.stats.Descriptive;
import io.levelfield.study.SimilarSettings.Metric;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Schools as points whose Euclidean distance is the distance asked for. Scales are robust (median
 * and median absolute deviation, and correlations of values cut at three of them), so that one
 * school far off does not make all others alike.
 */
final class SchoolSpace {
  /** Ratio of a normal distribution's standard deviation to its median absolute deviation. */
  private static final double NORMAL = 1.4826;

  private static final double CUT = 3;

  /** Keeps nearly collinear features from blowing up a distance. */
  private static final double RIDGE = 1e-6;

  private SchoolSpace() {}

  /**
   * Transforms features.
   *
   * @param features schools x features
   * @return schools x features that vary
   */
  static double[][] of(double[][] features, Metric metric) {
    int n = features.length;
    int all = n == 0 ? 0 : features[0].length;
    double[][] columns = new double[all][];
    int kept = 0;
    for (int j = 0; j < all; j++) {
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = features[i][j];
      }
      if (!Descriptive.isConstant(column)) {
        columns[kept++] = scaled(column);
      }
    }
    double[][] points = new double[n][kept];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < kept; j++) {
        points[i][j] = columns[j][i];
      }
    }
    return metric == Metric.MAHALANOBIS && kept > 1 ? whitened(points) : points;
  }

  private static double[] scaled(double[] column) {
    double centre = Descriptive.median(column);
    double[] deviations = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      deviations[i] = Math.abs(column[i] - centre);
    }
    double robust = NORMAL * Descriptive.median(deviations);
    double scale = robust > 0 ? robust : Descriptive.sd(column);
    double[] scaled = new double[column.length];
    for (int i = 0; i < column.length; i++) {
      scaled[i] = (column[i] - centre) / scale;
    }
    return scaled;
  }

  /** Solves L x = z for each school, where L L' is the correlation of the features. */
  private static double[][] whitened(double[][] points) {
    RealMatrix lower = new CholeskyDecomposition(correlation(points)).getL();
    int p = lower.getRowDimension();
    double[][] whitened = new double[points.length][p];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < p; j++) {
        double rest = points[i][j];
        for (int l = 0; l < j; l++) {
          rest -= lower.getEntry(j, l) * whitened[i][l];
        }
        whitened[i][j] = rest / lower.getEntry(j, j);
      }
    }
    return whitened;
  }

  private static RealMatrix correlation(double[][] points) {
    int p = points[0].length;
    double[][] sums = new double[p][p];
    double[] means = new double[p];
    for (double[] point : points) {
      for (int j = 0; j < p; j++) {
        means[j] += cut(point[j]) / points.length;
      }
    }
    for (double[] point : points) {
      for (int j = 0; j < p; j++) {
        for (int l = 0; l <= j; l++) {
          sums[j][l] += (cut(point[j]) - means[j]) * (cut(point[l]) - means[l]);
        }
      }
    }
    double[][] correlation = new double[p][p];
    for (int j = 0; j < p; j++) {
      for (int l = 0; l < j; l++) {
        correlation[j][l] = sums[j][l] / Math.sqrt(sums[j][j] * sums[l][l]) / (1 + RIDGE);
        correlation[l][j] = correlation[j][l];
      }
      correlation[j][j] = 1;
    }
    return MatrixUtils.createRealMatrix(correlation);
  }

  private static double cut(double scaled) {
    return Math.max(-CUT, Math.min(CUT, scaled));
  }
}
