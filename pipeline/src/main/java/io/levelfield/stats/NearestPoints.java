package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nearest points of each point: exact, in parallel, quick enough for the 40,000 schools of a
 * nation. Of points equally far the one listed first is the nearer.
 */
public final class NearestPoints {
  private final double penalty;
  private final int most;
  private final double farthest;

  /** Index of the point at each place in the order of the first coordinate. */
  private final int[] order;

  // Coordinates and kinds in that order, side by side for the processor's sake.
  private final double[] coordinates;
  private final int[] kinds;
  private final int dimensions;

  /** A neighbour by its place in the list. */
  public record Near(int index, double distance) {}

  /**
   * @param points Euclidean
   * @param kinds points of different kinds are kept apart, negative ones from none
   * @param penalty distance that different kinds add, at a right angle to the points'
   * @param most neighbours wanted
   * @param farthest distance up to which a point is a neighbour
   */
  public NearestPoints(double[][] points, int[] kinds, double penalty, int most, double farthest) {
    this.penalty = penalty * penalty;
    this.most = most;
    this.farthest = Math.min(farthest * farthest, Double.MAX_VALUE);
    dimensions = points.length == 0 ? 0 : points[0].length;
    order =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> dimensions == 0 ? 0 : points[i][0]))
            .mapToInt(Integer::intValue)
            .toArray();
    coordinates = new double[order.length * dimensions];
    this.kinds = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      System.arraycopy(points[order[place]], 0, coordinates, place * dimensions, dimensions);
      this.kinds[place] = kinds[order[place]];
    }
  }

  /** Every point's neighbours, nearest first. */
  public List<List<Near>> all() {
    List<List<Near>> byPlace =
        IntStream.range(0, order.length).parallel().mapToObj(this::of).toList();
    List<List<Near>> all = new ArrayList<>(byPlace);
    for (int place = 0; place < order.length; place++) {
      all.set(order[place], byPlace.get(place));
    }
    return all;
  }

  /** Goes outwards along the first coordinate, until the rest is too far in it alone. */
  private List<Near> of(int own) {
    var nearest = new Nearest(own);
    int down = own - 1;
    int up = own + 1;
    double gapDown = gap(own, down);
    double gapUp = gap(own, up);
    while (Math.min(gapDown, gapUp) <= nearest.bound()) {
      if (gapDown <= gapUp) {
        nearest.offer(down--);
        gapDown = gap(own, down);
      } else {
        nearest.offer(up++);
        gapUp = gap(own, up);
      }
    }
    return nearest.list();
  }

  /** Squared distance in the first coordinate; infinite beyond the ends. */
  private double gap(int own, int other) {
    if (other < 0 || other >= order.length) {
      return Double.POSITIVE_INFINITY;
    }
    double gap =
        dimensions == 0 ? 0 : coordinates[own * dimensions] - coordinates[other * dimensions];
    return gap * gap;
  }

  /** The nearest found so far. */
  private final class Nearest {
    private final int own;
    private final double[] distances = new double[most];
    private final int[] indices = new int[most];
    private int found;
    private double bound = farthest;

    Nearest(int own) {
      this.own = own;
    }

    /** Squared distance beyond which a point is no neighbour. */
    double bound() {
      return bound;
    }

    void offer(int place) {
      double distance = squared(own, place, bound);
      if (distance > bound) {
        return;
      }
      int other = order[place];
      int at = found == most ? most : found++;
      while (at > 0 && before(other, distance, at - 1)) {
        if (at < most) {
          distances[at] = distances[at - 1];
          indices[at] = indices[at - 1];
        }
        at--;
      }
      if (at < most) {
        distances[at] = distance;
        indices[at] = other;
      }
      bound = found == most ? distances[most - 1] : farthest;
    }

    private boolean before(int other, double distance, int at) {
      return distance < distances[at] || (distance == distances[at] && other < indices[at]);
    }

    List<Near> list() {
      return IntStream.range(0, found)
          .mapToObj(i -> new Near(indices[i], Math.sqrt(distances[i])))
          .toList();
    }
  }

  /** Squared distance, or something above the bound where it exceeds it. */
  private double squared(int a, int b, double bound) {
    double sum = kinds[a] >= 0 && kinds[b] >= 0 && kinds[a] != kinds[b] ? penalty : 0;
    int x = a * dimensions;
    int y = b * dimensions;
    for (int j = 0; j < dimensions && sum <= bound; j++) {
      double difference = coordinates[x + j] - coordinates[y + j];
      sum += difference * difference;
    }
    return sum;
  }
}
