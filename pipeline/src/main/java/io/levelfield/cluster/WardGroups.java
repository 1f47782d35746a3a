package io.levelfield.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ward's hierarchical method (1963): the two groups are merged whose union adds least to the sum of
 * squares, until k remain. By chains of nearest neighbours (Murtagh 1983) this takes time in the
 * square of the points, and memory for the centroids only.
 */
final class WardGroups {
  private final double[][] centroids;
  private final int[] sizes;
  private final int[] active;
  private int actives;

  /** A merge of the groups that two points are in. */
  private record Merge(int a, int b, double cost) {}

  private WardGroups(double[][] points) {
    centroids = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    sizes = new int[points.length];
    Arrays.fill(sizes, 1);
    active = IntStream.range(0, points.length).toArray();
    actives = points.length;
  }

  /**
   * Divides points into {@code k} groups.
   *
   * @param points {@code [point][feature]}, at least {@code k}
   * @return the group of each point, from 0
   */
  static int[] of(double[][] points, int k) {
    Merge[] merges = new WardGroups(points).merges();
    // The chain finds merges in another order; Ward's costs never fall from one level to the next.
    Arrays.sort(merges, Comparator.comparingDouble(Merge::cost));
    int[] parents = IntStream.range(0, points.length).toArray();
    for (int m = 0; m < points.length - k; m++) {
      parents[root(parents, merges[m].b())] = root(parents, merges[m].a());
    }
    int[] roots = IntStream.range(0, points.length).map(i -> root(parents, i)).toArray();
    int[] distinct = IntStream.of(roots).sorted().distinct().toArray();
    return IntStream.of(roots).map(r -> Arrays.binarySearch(distinct, r)).toArray();
  }

  private static int root(int[] parents, int of) {
    int at = of;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private Merge[] merges() {
    var merges = new Merge[centroids.length - 1];
    int[] chain = new int[centroids.length];
    int length = 0;
    for (int done = 0; done < merges.length; ) {
      if (length == 0) {
        chain[length++] = active[0];
      }
      int tip = chain[length - 1];
      int previous = length > 1 ? chain[length - 2] : -1;
      int nearest = nearest(tip, previous);
      if (nearest == previous) {
        merges[done++] = merge(previous, tip);
        length -= 2;
      } else {
        chain[length++] = nearest;
      }
    }
    return merges;
  }

  /** The group cheapest to merge with; of equals the preferred one. */
  private int nearest(int group, int preferred) {
    int nearest = preferred;
    double least = preferred < 0 ? Double.POSITIVE_INFINITY : cost(group, preferred);
    for (int a = 0; a < actives; a++) {
      int other = active[a];
      if (other != group) {
        double cost = cost(group, other);
        if (cost < least) {
          least = cost;
          nearest = other;
        }
      }
    }
    return nearest;
  }

  private double cost(int a, int b) {
    double share = (double) sizes[a] * sizes[b] / (sizes[a] + sizes[b]);
    return share * Distance.squared(centroids[a], centroids[b]);
  }

  /** Merges the second group into the first. */
  private Merge merge(int a, int b) {
    var merge = new Merge(a, b, cost(a, b));
    int size = sizes[a] + sizes[b];
    for (int j = 0; j < centroids[a].length; j++) {
      centroids[a][j] = (sizes[a] * centroids[a][j] + sizes[b] * centroids[b][j]) / size;
    }
    sizes[a] = size;
    int at = Arrays.binarySearch(active, 0, actives, b);
    System.arraycopy(active, at + 1, active, at, actives - at - 1);
    actives--;
    return merge;
  }
}
