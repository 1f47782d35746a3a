package io.levelfield.cluster;

import io.levelfield.stats.RandomStream;
import java.util.TreeSet;

/**
 * A search short enough to be repeated in thousands of replicates: the best of a few descents, ten
 * of them up to 500 points and three from 1,667. Among few points the optima differ most and a
 * descent costs least; among many, those that differ do so by a few points at the borders.
 */
final class QuickSearch {
  private static final int MOST = 10;
  private static final int LEAST = 3;
  private static final int POINTS_DESCENDED = 5_000;

  private QuickSearch() {}

  /** How many descents are made from random centres. */
  static int starts(int points) {
    return Math.max(LEAST, Math.min(MOST, POINTS_DESCENDED / points));
  }

  /**
   * The best partition found.
   *
   * @param points at least {@code k} distinct ones
   */
  static Partition search(double[][] points, int k, RandomStream random) {
    if (k == 1) {
      return Partition.of(points, new int[points.length], 1);
    }
    Partition best = null;
    for (int start = starts(points.length); start > 0; start--) {
      Partition found = KMeansDescent.from(points, KMeansPlusPlus.centres(points, k, random));
      if (best == null || found.wss() < best.wss()) {
        best = found;
      }
    }
    return best;
  }

  /** The number of distinct points, but no more than {@code enough}. */
  static int distinct(double[][] points, int enough) {
    var distinct = new TreeSet<double[]>((a, b) -> compare(a, b));
    for (int i = 0; i < points.length && distinct.size() < enough; i++) {
      distinct.add(points[i]);
    }
    return distinct.size();
  }

  /** Orders points; unlike {@code Arrays.compare} it takes the two zeros for one number. */
  private static int compare(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      if (a[j] != b[j]) {
        return a[j] < b[j] ? -1 : 1;
      }
    }
    return 0;
  }
}
