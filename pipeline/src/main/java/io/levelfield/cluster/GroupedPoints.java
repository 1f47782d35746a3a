package io.levelfield.cluster;

import java.io.Serializable;

/** Points with their groups, as replicates share them. */
final class GroupedPoints implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[][] points;
  private final Partition partition;

  /**
   * Holds both; neither is copied.
   *
   * @param points {@code [point][feature]}
   */
  GroupedPoints(double[][] points, Partition partition) {
    this.points = points;
    this.partition = partition;
  }

  double[][] points() {
    return points;
  }

  Partition partition() {
    return partition;
  }
}
