package io.levelfield.cluster;

import java.util.Arrays;

/**
 * One descent of k-means: Lloyd's iterations, then exchange of single points until no move of one
 * point lowers the sum of squares (Hartigan and Wong 1979). Such an optimum is a fixed point of
 * Lloyd's iterations as well, and there are far fewer of them.
 */
final class KMeansDescent {
  /** A move must gain more than this share of what the point contributes, or it is rounding. */
  private static final double ROUNDING = 1e-10;

  private final double[][] points;
  private final double[][] centres;
  private final int[] groups;
  private final int[] sizes;

  private KMeansDescent(double[][] points, double[][] centres) {
    this.points = points;
    this.centres = centres;
    this.groups = new int[points.length];
    this.sizes = new int[centres.length];
  }

  /**
   * Descends from given centres.
   *
   * @param points {@code [point][feature]}, at least as many distinct ones as there are centres
   * @param centres {@code [group][feature]}
   */
  static Partition from(double[][] points, double[][] centres) {
    double[][] copy = Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
    var descent = new KMeansDescent(points, copy);
    descent.assignToNearest();
    descent.recentre();
    do {
      descent.iterate();
    } while (descent.exchange());
    return Partition.of(points, descent.groups, centres.length);
  }

  /** Lloyd's iterations until no point changes its group. */
  private void iterate() {
    while (assignToNearest()) {
      recentre();
    }
  }

  private boolean assignToNearest() {
    boolean changed = false;
    Arrays.fill(sizes, 0);
    for (int i = 0; i < points.length; i++) {
      int nearest = nearest(points[i]);
      changed |= nearest != groups[i];
      groups[i] = nearest;
      sizes[nearest]++;
    }
    return changed;
  }

  private int nearest(double[] point) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int g = 0; g < centres.length; g++) {
      double distance = Distance.squared(point, centres[g]);
      if (distance < least) {
        least = distance;
        nearest = g;
      }
    }
    return nearest;
  }

  private void recentre() {
    for (int g = 0; g < centres.length; g++) {
      if (sizes[g] == 0) {
        moveFarthestPointTo(g);
      }
    }
    for (double[] centre : centres) {
      Arrays.fill(centre, 0);
    }
    for (int i = 0; i < points.length; i++) {
      double[] centre = centres[groups[i]];
      for (int j = 0; j < centre.length; j++) {
        centre[j] += points[i][j];
      }
    }
    for (int g = 0; g < centres.length; g++) {
      for (int j = 0; j < centres[g].length; j++) {
        centres[g][j] /= sizes[g];
      }
    }
  }

  /** Fills an empty group with the point farthest from the centre of its own. */
  private void moveFarthestPointTo(int emptyGroup) {
    int farthest = -1;
    double most = -1;
    for (int i = 0; i < points.length; i++) {
      double distance = Distance.squared(points[i], centres[groups[i]]);
      if (sizes[groups[i]] > 1 && distance > most) {
        most = distance;
        farthest = i;
      }
    }
    sizes[groups[farthest]]--;
    groups[farthest] = emptyGroup;
    sizes[emptyGroup] = 1;
    centres[emptyGroup] = points[farthest].clone();
  }

  /** Moves single points while that lowers the sum of squares; tells whether any was moved. */
  private boolean exchange() {
    boolean anyMoved = false;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < points.length; i++) {
        moved |= moveIfBetter(i);
      }
      if (moved) {
        anyMoved = true;
        recentre();
      }
    }
    return anyMoved;
  }

  private boolean moveIfBetter(int i) {
    int from = groups[i];
    if (sizes[from] == 1) {
      return false;
    }
    double saved = Distance.squared(points[i], centres[from]) * sizes[from] / (sizes[from] - 1.0);
    int to = from;
    double least = saved * (1 - ROUNDING);
    for (int g = 0; g < centres.length; g++) {
      if (g != from) {
        double added = Distance.squared(points[i], centres[g]) * sizes[g] / (sizes[g] + 1.0);
        if (added < least) {
          least = added;
          to = g;
        }
      }
    }
    if (to == from) {
      return false;
    }
    for (int j = 0; j < points[i].length; j++) {
      centres[from][j] -= (points[i][j] - centres[from][j]) / (sizes[from] - 1.0);
      centres[to][j] += (points[i][j] - centres[to][j]) / (sizes[to] + 1.0);
    }
    groups[i] = to;
    sizes[from]--;
    sizes[to]++;
    return true;
  }
}
