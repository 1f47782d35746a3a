package io.levelfield.cluster;

import io.levelfield.cluster.ReferenceShape.Kind;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Sets the groups against those that the same search finds in data without any: sets of the data's
 * extent and covariance, see {@link ReferenceShape}, and of its skewness, see {@link SkewedCloud}.
 * k-means divides noise as readily as anything, and the silhouettes it reaches there depend on the
 * number of schools and features, so no rule of thumb can stand in for this.
 *
 * <p>The skewed sets are made for those numbers of groups only that surpass the others: for the
 * rest they could decide nothing.
 *
 * <p>A null set has as many points as the data, but no more than {@link #MOST_POINTS}; it is
 * searched by {@link QuickSearch}, and its silhouette is that of {@link #SILHOUETTE_POINTS} points
 * at most. Both add a little scatter to the null distribution, which makes the test more careful.
 */
final class NullTest {
  /** The most points of a null set. */
  static final int MOST_POINTS = 10_000;

  /** The most points a null set's silhouette is measured on. */
  static final int SILHOUETTE_POINTS = 1_000;

  private static final long STREAM = 0x6e756c6c;

  /** Silhouettes this close are equal but for rounding. */
  private static final double ROUNDING = 1e-9;

  private final double[] observed;
  private final List<double[][]> uniform;
  private final List<double[][]> gaussian;
  private final GapStatistic gap;

  /** Of the numbers of groups that surpass the even and Gaussian sets, ascending. */
  private int[] surpassing = {};

  /** Silhouettes of skewed sets, {@code [set][place in surpassing]}. */
  private List<double[]> skewed = List.of();

  private NullTest(double[] observed, List<double[][]> uniform, List<double[][]> gaussian) {
    this.observed = observed;
    this.uniform = uniform;
    this.gaussian = gaussian;
    this.gap =
        new GapStatistic(observed, uniform.stream().map(set -> set[0]).toArray(double[][]::new));
  }

  /**
   * Draws and searches the null sets.
   *
   * @param points standardised, {@code [point][feature]}
   * @param partitions the best found for k = 1, 2, ...
   * @param silhouettes of these, by k
   * @param settings how many sets of each kind, and what is to surpass them
   */
  static NullTest of(
      double[][] points,
      List<Partition> partitions,
      double[] silhouettes,
      GroupingSettings settings,
      Replicates replicates) {
    int sets = settings.nullSets();
    long seed = settings.seed();
    var shape = new ReferenceShape(points, MOST_POINTS);
    int kMax = partitions.size();
    double[] observed =
        partitions.stream().mapToDouble(p -> Math.log(p.wss() / points.length)).toArray();
    var test =
        new NullTest(
            observed,
            replicates.run(
                shape,
                sets,
                (shared, i) ->
                    searched(shared, Kind.UNIFORM, kMax, RandomStream.at(seed, STREAM, 0, i))),
            replicates.run(
                shape,
                sets,
                (shared, i) ->
                    searched(shared, Kind.GAUSSIAN, kMax, RandomStream.at(seed, STREAM, 1, i))));
    int[] surpassing =
        IntStream.rangeClosed(2, kMax)
            .filter(k -> test.silhouetteP(k, silhouettes[k]) <= settings.significance())
            .toArray();
    if (surpassing.length > 0) {
      test.skewed =
          replicates.run(
              new SkewedCloud(points, MOST_POINTS),
              sets,
              (shared, i) -> silhouettes(shared, surpassing, RandomStream.at(seed, STREAM, 2, i)));
      test.surpassing = surpassing;
    }
    return test;
  }

  /** Of a skewed set, for some numbers of groups. */
  private static double[] silhouettes(SkewedCloud cloud, int[] numbers, RandomStream random) {
    double[][] points = cloud.draw(random);
    return Arrays.stream(numbers)
        .mapToDouble(
            k ->
                Silhouette.ofSample(
                    points, QuickSearch.search(points, k, random), SILHOUETTE_POINTS))
        .toArray();
  }

  /** The logarithm of the sum of squares per point, then the silhouette, for each k. */
  private static double[][] searched(
      ReferenceShape shape, Kind kind, int kMax, RandomStream random) {
    double[][] points = shape.draw(kind, random);
    double[][] found = new double[2][kMax];
    for (int k = 1; k <= kMax; k++) {
      Partition partition = QuickSearch.search(points, k, random);
      found[0][k - 1] = Math.log(partition.wss() / points.length);
      found[1][k - 1] = k == 1 ? 0 : Silhouette.ofSample(points, partition, SILHOUETTE_POINTS);
    }
    return found;
  }

  /** The gap statistic, against the even sets. */
  GapStatistic gap() {
    return gap;
  }

  /**
   * The chance that data without groups reach a silhouette: (b+1)/(B+1) with b of B null sets
   * reaching it, for the kind of set that reaches it most often.
   *
   * @param k from 2
   */
  double silhouetteP(int k, double silhouette) {
    return Math.max(symmetricP(k, silhouette), skewedP(k, silhouette));
  }

  /** The same for the even and Gaussian sets alone. */
  double symmetricP(int k, double silhouette) {
    return larger(set -> set[1][k - 1] >= silhouette - ROUNDING);
  }

  /** The same for the skewed sets alone; 0 where others speak against the groups already. */
  private double skewedP(int k, double silhouette) {
    int at = Arrays.binarySearch(surpassing, k);
    return at < 0
        ? 0
        : (skewed.stream().filter(set -> set[at] >= silhouette - ROUNDING).count() + 1.0)
            / (skewed.size() + 1.0);
  }

  /** The chance that data without groups have as low a sum of squares; absent as the gap is. */
  OptionalDouble gapP(int k) {
    return k > 1 && gap.has(k)
        ? OptionalDouble.of(larger(set -> set[0][k - 1] <= observed[k - 1] + ROUNDING))
        : OptionalDouble.empty();
  }

  private double larger(Predicate<double[][]> reaches) {
    return Math.max(share(uniform, reaches), share(gaussian, reaches));
  }

  private static double share(List<double[][]> sets, Predicate<double[][]> reaches) {
    return (sets.stream().filter(reaches).count() + 1.0) / (sets.size() + 1.0);
  }
}
