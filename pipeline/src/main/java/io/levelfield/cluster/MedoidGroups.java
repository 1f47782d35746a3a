package io.levelfield.cluster;

import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * k-medoids: groups around k of the points themselves, with the least sum of plain distances, so
 * that a point far off pulls less than in k-means. Searched by FasterPAM (Schubert and Rousseeuw
 * 2021); beyond {@link #MOST_POINTS} points on samples of as many, the best of which is taken for
 * all points (CLARA, Kaufman and Rousseeuw 1990).
 */
final class MedoidGroups {
  /** The most points whose mutual distances are held. */
  static final int MOST_POINTS = 1_000;

  private static final int STARTS = 5;

  private final double[][] distances;
  private final int[] medoids;
  private final int[] nearest;
  private final double[] toNearest;
  private final double[] toSecond;

  private MedoidGroups(double[][] distances, int[] medoids) {
    this.distances = distances;
    this.medoids = medoids;
    this.nearest = new int[distances.length];
    this.toNearest = new double[distances.length];
    this.toSecond = new double[distances.length];
  }

  /**
   * Divides points into {@code k} groups.
   *
   * @param points {@code [point][feature]}, at least {@code k}
   * @param k from 2
   * @return the group of each point, from 0
   */
  static int[] of(double[][] points, int k, RandomStream random) {
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      int[] sample = RandomSample.of(points.length, Math.min(points.length, MOST_POINTS), random);
      int[] drawn = RandomSample.of(sample.length, k, random);
      var search = new MedoidGroups(distances(points, sample), drawn);
      search.swapWhileBetter();
      double[][] medoids =
          IntStream.of(search.medoids).mapToObj(m -> points[sample[m]]).toArray(double[][]::new);
      int[] groups = new int[points.length];
      double sum = assign(points, medoids, groups);
      if (sum < least) {
        least = sum;
        best = groups;
      }
    }
    return best;
  }

  private static double[][] distances(double[][] points, int[] sample) {
    int n = sample.length;
    double[][] distances = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        distances[a][b] = Distance.euclidean(points[sample[a]], points[sample[b]]);
        distances[b][a] = distances[a][b];
      }
    }
    return distances;
  }

  private static double assign(double[][] points, double[][] medoids, int[] groups) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int m = 0; m < medoids.length; m++) {
        double distance = Distance.euclidean(points[i], medoids[m]);
        if (distance < least) {
          least = distance;
          groups[i] = m;
        }
      }
      sum += least;
    }
    return sum;
  }

  private void swapWhileBetter() {
    measure();
    int sinceSwap = 0;
    for (int candidate = 0; sinceSwap < distances.length; sinceSwap++) {
      if (swapIfBetter(candidate)) {
        sinceSwap = 0;
      }
      candidate = (candidate + 1) % distances.length;
    }
  }

  /** Puts the candidate in the place of the medoid whose loss costs least, if that gains. */
  private boolean swapIfBetter(int candidate) {
    double gained = 0;
    double[] lost = new double[medoids.length];
    for (int i = 0; i < distances.length; i++) {
      double distance = distances[candidate][i];
      double without = toSecond[i] - toNearest[i];
      if (distance < toNearest[i]) {
        gained += toNearest[i] - distance;
      } else {
        lost[nearest[i]] += Math.min(without, distance - toNearest[i]);
      }
    }
    int cheapest = 0;
    for (int m = 1; m < lost.length; m++) {
      if (lost[m] < lost[cheapest]) {
        cheapest = m;
      }
    }
    // A gain this small beside the distances is rounding.
    if (gained - lost[cheapest] <= 1e-12 * Arrays.stream(toNearest).sum()) {
      return false;
    }
    medoids[cheapest] = candidate;
    measure();
    return true;
  }

  private void measure() {
    for (int i = 0; i < distances.length; i++) {
      toNearest[i] = Double.POSITIVE_INFINITY;
      toSecond[i] = Double.POSITIVE_INFINITY;
      for (int m = 0; m < medoids.length; m++) {
        double distance = distances[i][medoids[m]];
        if (distance < toNearest[i]) {
          toSecond[i] = toNearest[i];
          toNearest[i] = distance;
          nearest[i] = m;
        } else if (distance < toSecond[i]) {
          toSecond[i] = distance;
        }
      }
    }
  }
}
