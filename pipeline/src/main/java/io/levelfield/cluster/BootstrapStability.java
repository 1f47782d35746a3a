package io.levelfield.cluster;

import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Whether groups come back when other schools are drawn (Hennig 2007, {@code clusterboot} of R's
 * fpc): schools are drawn with replacement, each drawn one taken once, and grouped anew by a {@link
 * QuickSearch} and a descent from the present centres. A group's stability is its mean Jaccard
 * similarity with the most similar new group, both among the drawn schools; resamples without any
 * of its schools do not count.
 *
 * <p>For a school's membership the new groups are matched one to one with the old, those that share
 * most schools first, and every school is put to the nearest new centre.
 */
final class BootstrapStability {
  private static final long STREAM = 0x626f6f74;
  private static final double NOT_DRAWN = -1;

  private final List<Resample> resamples;

  /** What one resample gives: a similarity per group, and who came back into the own group. */
  private static final class Resample implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] similarities;
    private final BitSet returned;

    Resample(double[] similarities, BitSet returned) {
      this.similarities = similarities;
      this.returned = returned;
    }
  }

  private BootstrapStability(List<Resample> resamples) {
    this.resamples = resamples;
  }

  /**
   * Groups resamples.
   *
   * @param points {@code [point][feature]}
   */
  static BootstrapStability of(
      double[][] points, Partition partition, int bootstraps, long seed, Replicates replicates) {
    return new BootstrapStability(
        replicates.run(
            new GroupedPoints(points, partition),
            bootstraps,
            (shared, i) -> resample(shared, RandomStream.at(seed, STREAM, i))));
  }

  /** The mean similarity of a group, 0..1; absent if none of its schools was ever drawn. */
  OptionalDouble jaccard(int group) {
    return resamples.stream()
        .mapToDouble(resample -> resample.similarities[group])
        .filter(similarity -> similarity != NOT_DRAWN)
        .average();
  }

  /** The share of resamples that put a point into the group that matches its own. */
  double membership(int point) {
    long returned = resamples.stream().filter(resample -> resample.returned.get(point)).count();
    return (double) returned / resamples.size();
  }

  private static Resample resample(GroupedPoints grouped, RandomStream random) {
    int n = grouped.points().length;
    int[] drawn = random.indices(n, n).sorted().distinct().toArray();
    double[][] points =
        IntStream.of(drawn).mapToObj(i -> grouped.points()[i]).toArray(double[][]::new);
    Partition found = grouped(points, grouped.partition(), random);
    int[][] shared = new int[grouped.partition().k()][found.k()];
    for (int i = 0; i < drawn.length; i++) {
      shared[grouped.partition().group(drawn[i])][found.group(i)]++;
    }
    return new Resample(similarities(shared, found.sizes()), returned(grouped, found, shared));
  }

  private static Partition grouped(double[][] points, Partition partition, RandomStream random) {
    int k = QuickSearch.distinct(points, partition.k());
    Partition found = QuickSearch.search(points, k, random);
    if (k < partition.k()) {
      return found;
    }
    Partition fromPresent = KMeansDescent.from(points, partition.centres());
    return fromPresent.wss() <= found.wss() ? fromPresent : found;
  }

  private static double[] similarities(int[][] shared, int[] newSizes) {
    double[] similarities = new double[shared.length];
    for (int g = 0; g < shared.length; g++) {
      int size = IntStream.of(shared[g]).sum();
      similarities[g] = size == 0 ? NOT_DRAWN : 0;
      for (int h = 0; h < newSizes.length && size > 0; h++) {
        double union = size + newSizes[h] - shared[g][h];
        similarities[g] = Math.max(similarities[g], shared[g][h] / union);
      }
    }
    return similarities;
  }

  private static BitSet returned(GroupedPoints grouped, Partition found, int[][] shared) {
    int[] oldGroup = matched(shared);
    double[][] centres = found.centres();
    var returned = new BitSet(grouped.points().length);
    for (int i = 0; i < grouped.points().length; i++) {
      int nearest = 0;
      for (int h = 1; h < centres.length; h++) {
        if (Distance.squared(grouped.points()[i], centres[h])
            < Distance.squared(grouped.points()[i], centres[nearest])) {
          nearest = h;
        }
      }
      returned.set(i, oldGroup[nearest] == grouped.partition().group(i));
    }
    return returned;
  }

  /** The old group of each new one, taking pairs by the schools they share, most first. */
  private static int[] matched(int[][] shared) {
    int k = shared.length;
    int[] oldGroup = IntStream.generate(() -> -1).limit(shared[0].length).toArray();
    var taken = new BitSet(k);
    for (int pair = 0; pair < oldGroup.length; pair++) {
      int bestOld = -1;
      int bestNew = -1;
      for (int g = taken.nextClearBit(0); g < k; g = taken.nextClearBit(g + 1)) {
        for (int h = 0; h < oldGroup.length; h++) {
          if (oldGroup[h] < 0 && (bestOld < 0 || shared[g][h] > shared[bestOld][bestNew])) {
            bestOld = g;
            bestNew = h;
          }
        }
      }
      oldGroup[bestNew] = bestOld;
      taken.set(bestOld);
    }
    return oldGroup;
  }
}
