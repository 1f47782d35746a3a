package io.levelfield.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nearest points of each point: an exact scan in parallel, quick enough for the schools of a
 * nation. Of points equally far the one listed first is the nearer.
 */
final class NearestSchools {
  private final double[][] points;
  private final int[] kinds;
  private final double penalty;
  private final int most;
  private final double farthest;

  /** A neighbour by its place in the list. */
  record Near(int index, double distance) {}

  /**
   * @param points Euclidean
   * @param kinds points of different kinds are kept apart, negative ones from none
   * @param penalty distance that different kinds add, at a right angle to the points'
   * @param most neighbours wanted
   * @param farthest distance up to which a point is a neighbour
   */
  NearestSchools(double[][] points, int[] kinds, double penalty, int most, double farthest) {
    this.points = points;
    this.kinds = kinds;
    this.penalty = penalty * penalty;
    this.most = most;
    this.farthest = farthest * farthest;
  }

  /** Every point's neighbours, nearest first. */
  List<List<Near>> all() {
    return IntStream.range(0, points.length).parallel().mapToObj(this::of).toList();
  }

  private List<Near> of(int own) {
    double[] distances = new double[most];
    int[] nearest = new int[most];
    int found = 0;
    for (int other = 0; other < points.length; other++) {
      if (other == own) {
        continue;
      }
      double bound = found == most ? distances[most - 1] : farthest;
      double distance = squared(own, other, bound);
      boolean nearer = found == most ? distance < bound : distance <= bound;
      if (nearer) {
        int at = found == most ? most - 1 : found++;
        while (at > 0 && distances[at - 1] > distance) {
          distances[at] = distances[at - 1];
          nearest[at] = nearest[at - 1];
          at--;
        }
        distances[at] = distance;
        nearest[at] = other;
      }
    }
    Near[] near = new Near[found];
    for (int i = 0; i < found; i++) {
      near[i] = new Near(nearest[i], Math.sqrt(distances[i]));
    }
    return Arrays.asList(near);
  }

  /** Squared distance, or something above the bound where it exceeds it. */
  private double squared(int a, int b, double bound) {
    double sum = kinds[a] >= 0 && kinds[b] >= 0 && kinds[a] != kinds[b] ? penalty : 0;
    double[] x = points[a];
    double[] y = points[b];
    for (int j = 0; j < x.length && sum <= bound; j++) {
      double difference = x[j] - y[j];
      sum += difference * difference;
    }
    return sum;
  }
}
