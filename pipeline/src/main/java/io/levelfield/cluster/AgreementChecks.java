package io.levelfield.cluster;

import io.levelfield.model.cluster.GroupAgreement;
import io.levelfield.model.cluster.GroupAgreement.Method;
import io.levelfield.stats.AdjustedRandIndex;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Groups the schools again in other ways and measures how far the result is the same: from other
 * seeds (the least agreement of {@link #SEEDS} is told), by Ward's method, around medoids, and
 * without each of the features. What depends on such a choice is no property of the schools.
 */
final class AgreementChecks {
  static final int SEEDS = 3;

  /** Ward's method takes the square of this in time; of more schools a sample is drawn. */
  static final int MOST_FOR_WARD = 5_000;

  private static final long STREAM = 0x616772;
  private static final int BEFORE_FEATURES = SEEDS + 2;

  private AgreementChecks() {}

  /**
   * Groups again, each way in a replicate of its own.
   *
   * @param points standardised, {@code [point][feature]}
   * @param features keys of the features
   * @param partition into two groups or more
   * @param restarts of the search from another seed and without a feature
   */
  static List<GroupAgreement> of(
      double[][] points,
      List<String> features,
      Partition partition,
      int restarts,
      long seed,
      Replicates replicates) {
    int left = features.size() > 1 ? features.size() : 0;
    List<Agreement> found =
        replicates.run(
            new GroupedPoints(points, partition),
            BEFORE_FEATURES + left,
            (shared, i) -> regrouped(shared, i, restarts, RandomStream.at(seed, STREAM, i)));
    List<GroupAgreement> agreements = new ArrayList<>();
    agreements.add(
        found.stream()
            .limit(SEEDS)
            .min(Comparator.comparingDouble(Agreement::ari))
            .map(least -> least.by(Method.SEED, GroupAgreement.ALL_FEATURES))
            .orElseThrow());
    agreements.add(found.get(SEEDS).by(Method.WARD, GroupAgreement.ALL_FEATURES));
    agreements.add(found.get(SEEDS + 1).by(Method.K_MEDOIDS, GroupAgreement.ALL_FEATURES));
    for (int j = 0; j < left; j++) {
      agreements.add(found.get(BEFORE_FEATURES + j).by(Method.WITHOUT_FEATURE, features.get(j)));
    }
    return agreements;
  }

  /** How far one other grouping agrees; NaN where it cannot be made. */
  private record Agreement(double ari, int schools) implements Serializable {
    GroupAgreement by(Method method, String feature) {
      return new GroupAgreement(
          method,
          feature,
          Double.isNaN(ari) ? OptionalDouble.empty() : OptionalDouble.of(ari),
          schools);
    }
  }

  private static Agreement regrouped(
      GroupedPoints grouped, int way, int restarts, RandomStream random) {
    double[][] points = grouped.points();
    int[] groups = grouped.partition().groups();
    int k = grouped.partition().k();
    if (way < SEEDS) {
      return agreement(groups, searched(points, k, restarts, random));
    }
    if (way == SEEDS) {
      int[] sample = RandomSample.of(points.length, Math.min(points.length, MOST_FOR_WARD), random);
      double[][] sampled = IntStream.of(sample).mapToObj(i -> points[i]).toArray(double[][]::new);
      return agreement(
          IntStream.of(sample).map(i -> groups[i]).toArray(), WardGroups.of(sampled, k));
    }
    if (way == SEEDS + 1) {
      return agreement(groups, MedoidGroups.of(points, k, random));
    }
    double[][] rest = without(points, way - BEFORE_FEATURES);
    return QuickSearch.distinct(rest, k) < k
        ? new Agreement(Double.NaN, points.length)
        : agreement(groups, searched(rest, k, restarts, random));
  }

  private static int[] searched(double[][] points, int k, int restarts, RandomStream random) {
    return new KMeansSearch(points)
        .search(k, restarts, random.nextLong(), Replicates.inThisThread())
        .groups();
  }

  private static Agreement agreement(int[] a, int[] b) {
    return new Agreement(AdjustedRandIndex.of(a, b), a.length);
  }

  private static double[][] without(double[][] points, int feature) {
    double[][] rest = new double[points.length][points[0].length - 1];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(points[i], 0, rest[i], 0, feature);
      System.arraycopy(points[i], feature + 1, rest[i], feature, rest[i].length - feature);
    }
    return rest;
  }
}
