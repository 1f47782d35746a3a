package io.levelfield.cluster;

import io.levelfield.study.ClusterSettings;
import java.util.OptionalInt;

/**
 * How schools are to be grouped.
 *
 * @param k number of groups; empty to let the gap statistic and the null test choose it
 * @param restarts descents per number of groups, from 1
 * @param kMax the highest number of groups tried beside {@code k}, from 2
 * @param bootstraps resamples for the stability of groups, from 1
 * @param nullSets data sets without groups, of each kind, from 1
 * @param significance probability up to which groups are told from noise, between 0 and 1
 * @param borderlineBelow membership below which a school is borderline, 0..1
 * @param seed of every random number
 */
public record GroupingSettings(
    OptionalInt k,
    int restarts,
    int kMax,
    int bootstraps,
    int nullSets,
    double significance,
    double borderlineBelow,
    long seed) {

  public GroupingSettings {
    requireAtLeast(1, k.orElse(1), "k");
    requireAtLeast(1, restarts, "restarts");
    requireAtLeast(2, kMax, "kMax");
    requireAtLeast(1, bootstraps, "bootstraps");
    requireAtLeast(1, nullSets, "nullSets");
  }

  /** The settings of a study. */
  static GroupingSettings of(ClusterSettings settings, long seed) {
    return new GroupingSettings(
        settings.k().number(),
        settings.restarts(),
        settings.kMax(),
        settings.bootstraps(),
        settings.nullSets(),
        settings.significance(),
        settings.borderlineBelow(),
        seed);
  }

  private static void requireAtLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", but must be at least " + least);
    }
  }
}
