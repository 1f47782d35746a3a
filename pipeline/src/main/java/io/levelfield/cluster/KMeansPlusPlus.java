package io.levelfield.cluster;

import io.levelfield.stats.RandomStream;
import java.util.Arrays;

/**
 * Seeds k-means: each centre is a point drawn with probability proportional to its squared distance
 * from the centres before it (Arthur and Vassilvitskii 2007, "k-means++").
 */
final class KMeansPlusPlus {
  private KMeansPlusPlus() {}

  /**
   * Draws {@code k} distinct points.
   *
   * @param points {@code [point][feature]}, at least {@code k} of them distinct
   * @return {@code [centre][feature]}
   */
  static double[][] centres(double[][] points, int k, RandomStream random) {
    double[][] centres = new double[k][];
    double[] distances = new double[points.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int drawn = random.nextInt(points.length);
    for (int g = 0; g < k; g++) {
      centres[g] = points[drawn].clone();
      double total = 0;
      for (int i = 0; i < points.length; i++) {
        distances[i] = Math.min(distances[i], Distance.squared(points[i], centres[g]));
        total += distances[i];
      }
      drawn = draw(distances, random.nextDouble() * total);
    }
    return centres;
  }

  private static int draw(double[] weights, double threshold) {
    double sum = 0;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        sum += weights[i];
        last = i;
        if (sum > threshold) {
          return i;
        }
      }
    }
    return last;
  }
}
