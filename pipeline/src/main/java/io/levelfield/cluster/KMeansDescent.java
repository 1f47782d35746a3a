package io.levelfield.cluster;

import java.util.Arrays;

/**
 * One descent of k-means: Lloyd's iterations, then exchange of single points until no move of one
 * point lowers the sum of squares (Hartigan and Wong 1979). Such an optimum is a fixed point of
 * Lloyd's iterations as well, and there are far fewer of them.
 *
 * <p>Most points are never measured again after the first iterations: each keeps a bound from above
 * on the distance to its own centre and one from below on that to any other (Hamerly 2010), which
 * the way of the centres since then loosens.
 */
final class KMeansDescent {
  /** A move must gain more than this share of what the point contributes, or it is rounding. */
  private static final double ROUNDING = 1e-10;

  private final double[][] points;
  private final int dimension;
  private final int k;

  /** Points and centres one after the other, {@code [at * dimension + feature]}. */
  private final double[] flat;

  private final double[] centres;
  private final int[] groups;
  private final int[] sizes;

  /** Bounds on distances as they were when {@link #way} was 0. */
  private final double[] upper;

  private final double[] lower;

  /** No centre has gone farther than this since the bounds were measured from. */
  private double way;

  private double leastShare;

  private KMeansDescent(double[][] points, double[][] centres) {
    this.points = points;
    this.dimension = points[0].length;
    this.k = centres.length;
    this.flat = flat(points);
    this.centres = flat(centres);
    this.groups = new int[points.length];
    this.sizes = new int[k];
    this.upper = new double[points.length];
    this.lower = new double[points.length];
  }

  private static double[] flat(double[][] rows) {
    int dimension = rows[0].length;
    double[] flat = new double[rows.length * dimension];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * dimension, dimension);
    }
    return flat;
  }

  /**
   * Descends from given centres.
   *
   * @param points {@code [point][feature]}, at least as many distinct ones as there are centres
   * @param centres {@code [group][feature]}
   */
  static Partition from(double[][] points, double[][] centres) {
    var descent = new KMeansDescent(points, centres);
    descent.measureAll();
    do {
      descent.iterate();
    } while (descent.exchange());
    return Partition.of(points, descent.groups, centres.length);
  }

  private void measureAll() {
    for (int i = 0; i < points.length; i++) {
      sizes[measure(i)]++;
    }
  }

  /** Puts a point into the group of the nearest centre and measures its bounds. */
  private int measure(int i) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    for (int g = 0; g < k; g++) {
      double distance = squared(i, g);
      if (distance < least) {
        second = least;
        least = distance;
        nearest = g;
      } else if (distance < second) {
        second = distance;
      }
    }
    groups[i] = nearest;
    upper[i] = Math.sqrt(least) - way;
    lower[i] = Math.sqrt(second) + way;
    return nearest;
  }

  private double squared(int point, int group) {
    double sum = 0;
    int x = point * dimension;
    int c = group * dimension;
    for (int j = 0; j < dimension; j++) {
      double difference = flat[x + j] - centres[c + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** Lloyd's iterations until no point changes its group. */
  private void iterate() {
    do {
      recentre();
    } while (assignToNearest());
  }

  private boolean assignToNearest() {
    boolean changed = false;
    for (int i = 0; i < points.length; i++) {
      if (upper[i] + way < lower[i] - way) {
        continue;
      }
      double own = Math.sqrt(squared(i, groups[i]));
      upper[i] = own - way;
      if (own >= lower[i] - way) {
        int before = groups[i];
        int now = measure(i);
        if (now != before) {
          sizes[before]--;
          sizes[now]++;
          changed = true;
        }
      }
    }
    return changed;
  }

  private void recentre() {
    for (int g = 0; g < k; g++) {
      if (sizes[g] == 0) {
        moveFarthestPointTo(g);
      }
    }
    double[] before = centres.clone();
    Arrays.fill(centres, 0);
    for (int i = 0; i < points.length; i++) {
      int c = groups[i] * dimension;
      int x = i * dimension;
      for (int j = 0; j < dimension; j++) {
        centres[c + j] += flat[x + j];
      }
    }
    double farthest = 0;
    for (int g = 0; g < k; g++) {
      double moved = 0;
      for (int c = g * dimension; c < (g + 1) * dimension; c++) {
        centres[c] /= sizes[g];
        moved += (centres[c] - before[c]) * (centres[c] - before[c]);
      }
      farthest = Math.max(farthest, moved);
    }
    way += Math.sqrt(farthest);
  }

  /** Fills an empty group with the point farthest from the centre of its own. */
  private void moveFarthestPointTo(int emptyGroup) {
    int farthest = -1;
    double most = -1;
    for (int i = 0; i < points.length; i++) {
      double distance = squared(i, groups[i]);
      if (sizes[groups[i]] > 1 && distance > most) {
        most = distance;
        farthest = i;
      }
    }
    sizes[groups[farthest]]--;
    groups[farthest] = emptyGroup;
    sizes[emptyGroup] = 1;
    upper[farthest] = Double.POSITIVE_INFINITY;
    System.arraycopy(flat, farthest * dimension, centres, emptyGroup * dimension, dimension);
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
  }

  /** Moves single points while that lowers the sum of squares; tells whether any was moved. */
  private boolean exchange() {
    measureLeastShare();
    boolean anyMoved = false;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < points.length; i++) {
        moved |= mayMove(i) && moveIfBetter(i);
      }
      if (moved) {
        anyMoved = true;
        recentre();
      }
    }
    return anyMoved;
  }

  /** Whether the bounds leave it open that a move of the point lowers the sum of squares. */
  private boolean mayMove(int i) {
    int size = sizes[groups[i]];
    if (size == 1) {
      return false;
    }
    double own = upper[i] + way;
    double other = Math.max(0, lower[i] - way);
    return own * own * size / (size - 1.0) > other * other * leastShare;
  }

  /** What a point adds to a group is its squared distance times at least this. */
  private void measureLeastShare() {
    int smallest = Arrays.stream(sizes).min().orElseThrow();
    leastShare = smallest / (smallest + 1.0);
  }

  private boolean moveIfBetter(int i) {
    int from = groups[i];
    double own = squared(i, from);
    double saved = own * sizes[from] / (sizes[from] - 1.0);
    int to = from;
    double least = saved * (1 - ROUNDING);
    double nearestOther = Double.POSITIVE_INFINITY;
    for (int g = 0; g < k; g++) {
      if (g != from) {
        double distance = squared(i, g);
        nearestOther = Math.min(nearestOther, distance);
        double added = distance * sizes[g] / (sizes[g] + 1.0);
        if (added < least) {
          least = added;
          to = g;
        }
      }
    }
    upper[i] = Math.sqrt(own) - way;
    lower[i] = Math.sqrt(nearestOther) + way;
    if (to == from) {
      return false;
    }
    move(i, from, to);
    return true;
  }

  private void move(int i, int from, int to) {
    double left = 0;
    double joined = 0;
    for (int j = 0; j < dimension; j++) {
      double x = flat[i * dimension + j];
      double away = (x - centres[from * dimension + j]) / (sizes[from] - 1.0);
      double towards = (x - centres[to * dimension + j]) / (sizes[to] + 1.0);
      centres[from * dimension + j] -= away;
      centres[to * dimension + j] += towards;
      left += away * away;
      joined += towards * towards;
    }
    way += Math.sqrt(Math.max(left, joined));
    groups[i] = to;
    sizes[from]--;
    sizes[to]++;
    measureLeastShare();
    // Measured from the other side, the bounds must be measured anew.
    upper[i] = Double.POSITIVE_INFINITY;
    lower[i] = Double.NEGATIVE_INFINITY;
  }
}
