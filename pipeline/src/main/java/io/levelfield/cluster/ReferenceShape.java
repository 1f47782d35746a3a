package io.levelfield.cluster;

import io.levelfield.stats.Correlation;
import io.levelfield.stats.PrincipalComponents;
import io.levelfield.stats.RandomStream;
import java.io.Serializable;

/**
 * The extent of points along their principal axes, from which data sets without groups are drawn:
 * uniform in the box that holds the points (Tibshirani, Walther and Hastie 2001, variant b), or
 * Gaussian with the points' covariance. Drawn sets stay in the frame of the axes, as neither
 * k-means nor distances change under a rotation.
 */
final class ReferenceShape implements Serializable {
  private static final long serialVersionUID = 1;

  /** From what a data set without groups is drawn. */
  enum Kind {
    UNIFORM,
    GAUSSIAN
  }

  private final int points;
  private final double[] lowest;
  private final double[] highest;
  private final double[] deviations;

  /**
   * Measures the extent.
   *
   * @param points standardised, {@code [point][feature]}
   * @param most how many points are drawn at most
   */
  ReferenceShape(double[][] points, int most) {
    this.points = Math.min(points.length, most);
    int axes = points[0].length;
    var components = PrincipalComponents.ofCorrelations(Correlation.matrix(points));
    double[] variances = components.eigenvalues();
    lowest = new double[axes];
    highest = new double[axes];
    deviations = new double[axes];
    for (int axis = 0; axis < axes; axis++) {
      double[] loadings = components.loadings(axis);
      lowest[axis] = Double.POSITIVE_INFINITY;
      highest[axis] = Double.NEGATIVE_INFINITY;
      for (double[] point : points) {
        double score = 0;
        for (int j = 0; j < axes; j++) {
          score += point[j] * loadings[j];
        }
        lowest[axis] = Math.min(lowest[axis], score);
        highest[axis] = Math.max(highest[axis], score);
      }
      // Rounding may leave a variance of nothing just below zero.
      deviations[axis] = Math.sqrt(Math.max(0, variances[axis]));
    }
  }

  /** How many points a drawn set has. */
  int points() {
    return points;
  }

  /** Draws a set, {@code [point][axis]}. */
  double[][] draw(Kind kind, RandomStream random) {
    double[][] drawn = new double[points][deviations.length];
    for (double[] point : drawn) {
      for (int axis = 0; axis < point.length; axis++) {
        point[axis] =
            kind == Kind.UNIFORM
                ? lowest[axis] + random.nextDouble() * (highest[axis] - lowest[axis])
                : deviations[axis] * random.nextGaussian();
      }
    }
    return drawn;
  }
}
