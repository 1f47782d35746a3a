package io.levelfield.cluster;

import io.levelfield.stats.Correlation;
import io.levelfield.stats.PrincipalComponents;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Ranks;
import io.levelfield.stats.Standardisation;
import io.levelfield.stats.UnimodalDistribution;
import java.io.Serializable;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * One cloud of points in which every feature keeps its own shape and the features their
 * correlation: a Gaussian copula (Nelsen, An Introduction to Copulas, 2006, 2.3) with the
 * correlations of normal scores, and the data's margins as far as these have one mode.
 *
 * <p>A margin as it stands would carry the humps of groups into the sets that are to have none:
 * groups along a line, or in one feature, would never be found. What is left is skewness and heavy
 * tails, which k-means divides as readily as groups.
 */
final class SkewedCloud implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final NormalDistribution NORMAL = new NormalDistribution();

  private final int points;
  private final UnimodalDistribution[] margins;

  /** Root of the correlation matrix of the normal scores, {@code [axis][feature]}. */
  private final double[][] root;

  /**
   * Measures the points.
   *
   * @param points standardised, {@code [point][feature]}
   * @param most how many points are drawn at most
   */
  SkewedCloud(double[][] points, int most) {
    this.points = Math.min(points.length, most);
    int features = points[0].length;
    margins = new UnimodalDistribution[features];
    double[][] scores = new double[points.length][features];
    for (int j = 0; j < features; j++) {
      int feature = j;
      double[] own = Arrays.stream(points).mapToDouble(point -> point[feature]).toArray();
      margins[j] = UnimodalDistribution.fit(own);
      double[] ranks = Ranks.ascending(own);
      for (int i = 0; i < ranks.length; i++) {
        scores[i][j] = NORMAL.inverseCumulativeProbability((ranks[i] - 0.5) / ranks.length);
      }
    }
    var components = PrincipalComponents.ofCorrelations(Correlation.matrix(scores));
    double[] variances = components.eigenvalues();
    root = new double[features][];
    for (int axis = 0; axis < features; axis++) {
      double deviation = Math.sqrt(Math.max(0, variances[axis]));
      root[axis] =
          Arrays.stream(components.loadings(axis)).map(loading -> deviation * loading).toArray();
    }
  }

  /** Draws a set and standardises it as the data were, {@code [point][feature]}. */
  double[][] draw(RandomStream random) {
    double[][] drawn = new double[points][root.length];
    for (double[] point : drawn) {
      for (double[] axis : root) {
        double score = random.nextGaussian();
        for (int j = 0; j < point.length; j++) {
          point[j] += score * axis[j];
        }
      }
      for (int j = 0; j < point.length; j++) {
        point[j] = margins[j].quantile(NORMAL.cumulativeProbability(point[j]));
      }
    }
    return Standardisation.of(drawn).standardise(drawn);
  }
}
