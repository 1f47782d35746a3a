package io.levelfield.cluster;

import java.util.OptionalDouble;

/**
 * How alike each group is to the one most like it, on average (Davies and Bouldin 1979): the mean
 * distances of points to their centres in two groups, added up and divided by the distance of the
 * centres; the largest for each group, averaged. Lower is better.
 */
final class DaviesBouldin {
  private DaviesBouldin() {}

  /**
   * The index.
   *
   * @param points {@code [point][feature]}
   * @return absent for one group
   */
  static OptionalDouble of(double[][] points, Partition partition) {
    int k = partition.k();
    if (k == 1) {
      return OptionalDouble.empty();
    }
    double[][] centres = partition.centres();
    int[] sizes = partition.sizes();
    double[] spread = new double[k];
    for (int i = 0; i < points.length; i++) {
      int group = partition.group(i);
      spread[group] += Distance.euclidean(points[i], centres[group]) / sizes[group];
    }
    double sum = 0;
    for (int g = 0; g < k; g++) {
      double most = 0;
      for (int h = 0; h < k; h++) {
        if (h != g) {
          double apart = Distance.euclidean(centres[g], centres[h]);
          most = Math.max(most, (spread[g] + spread[h]) / apart);
        }
      }
      sum += most;
    }
    return OptionalDouble.of(sum / k);
  }
}
