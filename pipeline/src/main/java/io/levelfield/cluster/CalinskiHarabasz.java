package io.levelfield.cluster;

import java.util.OptionalDouble;

/**
 * Between-group against within-group variance: [B/(k-1)] / [W/(n-k)], the F ratio of a one-way
 * layout (Caliński and Harabasz 1974). Higher is better; there is no scale across data sets.
 */
final class CalinskiHarabasz {
  private CalinskiHarabasz() {}

  /**
   * The index.
   *
   * @param tss sum of squared distances of all points to their mean
   * @return absent for one group and where the groups have no variance within
   */
  static OptionalDouble of(Partition partition, double tss) {
    int k = partition.k();
    int points = partition.groups().length;
    if (k == 1 || k >= points || partition.wss() == 0) {
      return OptionalDouble.empty();
    }
    double between = (tss - partition.wss()) / (k - 1);
    return OptionalDouble.of(between / (partition.wss() / (points - k)));
  }
}
