package io.levelfield.cluster;

import java.util.OptionalInt;

/**
 * How schools are to be grouped.
 *
 * @param k number of groups; empty to take the number with the highest mean silhouette
 * @param restarts descents per number of groups, from 1
 * @param kMax the highest number of groups tried beside {@code k}, from 2
 * @param seed of the random centres
 */
public record GroupingSettings(OptionalInt k, int restarts, int kMax, long seed) {

  public GroupingSettings {
    if (k.isPresent() && k.getAsInt() < 1) {
      throw new IllegalArgumentException("k is " + k.getAsInt() + ", but must be at least 1");
    }
    if (restarts < 1) {
      throw new IllegalArgumentException("restarts is " + restarts + ", but must be at least 1");
    }
    if (kMax < 2) {
      throw new IllegalArgumentException("kMax is " + kMax + ", but must be at least 2");
    }
  }
}
