package io.levelfield.cluster;

import io.levelfield.model.cluster.ClusterValidity;
import io.levelfield.model.cluster.ClusterValidity.Choice;
import io.levelfield.model.cluster.ClusterValidity.Rule;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.Replicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The best partition into each number of groups, what speaks for it, and which one is taken. */
final class Candidates {
  private final double[][] points;
  private final GroupingSettings settings;
  private final List<Partition> partitions = new ArrayList<>();
  private final double[] silhouettes;
  private final NullTest nullTest;

  /**
   * Searches and tests partitions.
   *
   * @param points standardised, {@code [point][feature]}
   * @param highest the number of groups up to which they are searched
   */
  Candidates(
      double[][] points,
      KMeansSearch search,
      int highest,
      GroupingSettings settings,
      Replicates replicates) {
    this.points = points;
    this.settings = settings;
    this.silhouettes = new double[highest + 1];
    for (int k = 1; k <= highest; k++) {
      Partition partition = search.search(k, settings.restarts(), settings.seed(), replicates);
      partitions.add(partition);
      silhouettes[k] = k == 1 ? 0 : Silhouette.mean(points, partition);
    }
    nullTest = NullTest.of(points, partitions, silhouettes, settings, replicates);
  }

  /** A number of groups and what decided on it. */
  record Decision(int k, Rule rule) {}

  /**
   * The number the study asks for; else that of the gap statistic, or one group if its silhouette
   * is no better than noise's.
   */
  Decision decision() {
    if (settings.k().isPresent()) {
      return new Decision(settings.k().getAsInt(), Rule.STUDY);
    }
    return byGap() == 1 || surpassesNoise(byGap())
        ? new Decision(byGap(), Rule.GAP)
        : new Decision(1, Rule.NULL_TEST);
  }

  /** The number of groups by the gap statistic alone. */
  int byGap() {
    return nullTest.gap().best();
  }

  /** Whether groups are more separate than noise gives; one group never is. */
  boolean surpassesNoise(int k) {
    return k > 1 && silhouetteP(k).getAsDouble() <= settings.significance();
  }

  /** The chance of such a silhouette in noise; absent for one group. */
  OptionalDouble silhouetteP(int k) {
    return k == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(nullTest.silhouetteP(k, silhouettes[k]));
  }

  /**
   * Whether groups surpass even and Gaussian noise, but not one cloud as skewed as the schools'.
   */
  boolean dividedBySkewness(int k) {
    return k > 1
        && !surpassesNoise(k)
        && nullTest.symmetricP(k, silhouettes[k]) <= settings.significance();
  }

  /** Skewness of each feature. */
  double[] skewness() {
    return IntStream.range(0, points[0].length)
        .mapToDouble(
            j -> Descriptive.skewness(Arrays.stream(points).mapToDouble(p -> p[j]).toArray()))
        .toArray();
  }

  Partition partition(int k) {
    return partitions.get(k - 1);
  }

  /** What speaks for each number of groups. */
  List<ClusterValidity> validity(int chosen, Choice choice) {
    return IntStream.rangeClosed(1, partitions.size())
        .mapToObj(k -> validity(k, k == chosen ? Optional.of(choice) : Optional.empty()))
        .toList();
  }

  private ClusterValidity validity(int k, Optional<Choice> choice) {
    GapStatistic gap = nullTest.gap();
    return new ClusterValidity(
        k,
        partition(k).wss(),
        k == 1 ? OptionalDouble.empty() : OptionalDouble.of(silhouettes[k]),
        silhouetteP(k),
        CalinskiHarabasz.of(partition(k), partition(1).wss()),
        DaviesBouldin.of(points, partition(k)),
        gap.has(k) ? OptionalDouble.of(gap.gap(k)) : OptionalDouble.empty(),
        gap.has(k) ? OptionalDouble.of(gap.error(k)) : OptionalDouble.empty(),
        nullTest.gapP(k),
        choice);
  }
}
