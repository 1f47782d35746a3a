package io.levelfield.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The most typical point of each group: that with the least mean distance to the others. Points are
 * tried from the centre outwards, and by the triangle inequality each one tried rules others out
 * (Newling and Fleuret 2017), so that large groups do not need every distance.
 */
final class Medoids {
  private Medoids() {}

  /**
   * The medoid of each group; of equals the first.
   *
   * @param points {@code [point][feature]}
   * @return numbers of points
   */
  static int[] of(double[][] points, Partition partition) {
    return IntStream.range(0, partition.k()).map(g -> medoid(points, partition, g)).toArray();
  }

  private static int medoid(double[][] points, Partition partition, int group) {
    double[] centre = partition.centre(group);
    int[] members =
        IntStream.range(0, points.length).filter(i -> partition.group(i) == group).toArray();
    int[] order =
        Arrays.stream(members)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Distance.squared(points[i], centre)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] atLeast = new double[points.length];
    double[] distances = new double[points.length];
    int best = order[0];
    double least = Double.POSITIVE_INFINITY;
    for (int candidate : order) {
      if (atLeast[candidate] > least) {
        continue;
      }
      double sum = 0;
      for (int i : members) {
        distances[i] = Distance.euclidean(points[candidate], points[i]);
        sum += distances[i];
      }
      if (sum < least || (sum == least && candidate < best)) {
        least = sum;
        best = candidate;
      }
      for (int i : members) {
        atLeast[i] = Math.max(atLeast[i], Math.abs(members.length * distances[i] - sum));
      }
    }
    return best;
  }
}
