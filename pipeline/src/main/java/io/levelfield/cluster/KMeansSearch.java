package io.levelfield.cluster;

import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Searches the partition with the least sum of squares: many descents from random centres, then
 * rounds of descents from the best centres slightly shaken, until a round finds nothing better.
 * Among thousands of points there are many optima that differ in a few border points only; the
 * shaking finds the best of those, so that another seed ends in the same groups.
 *
 * <p>The points are put into an order of their own first, and partitions are compared by their sum
 * of squares, then by their centres, so the result depends neither on the order of the points nor
 * on where the descents run.
 */
public final class KMeansSearch {
  /** How far centres are shaken, beside the standard deviation within groups. */
  private static final double SHAKE = 0.1;

  private static final Comparator<Partition> BEST_FIRST =
      Comparator.comparingDouble(Partition::wss)
          .thenComparing(Partition::centres, (a, b) -> Arrays.compare(a, b, Arrays::compare));

  private final double[][] points;
  private final int[] places;
  private final int distinct;

  /**
   * Prepares a search.
   *
   * @param points standardised features, {@code [point][feature]}, at least one point
   */
  public KMeansSearch(double[][] points) {
    places =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparing(i -> points[i], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    this.points = Arrays.stream(places).mapToObj(i -> points[i]).toArray(double[][]::new);
    distinct = QuickSearch.distinct(points, points.length);
  }

  /** How many of the points differ from each other. */
  public int distinctPoints() {
    return distinct;
  }

  /**
   * The best partition found, its groups numbered by their centres.
   *
   * @param k number of groups, from 1
   * @param restarts number of descents from random centres, and of those in each round of shaking;
   *     from 1
   * @param seed of the random numbers; another seed gives other descents
   * @throws TooFewDistinctPointsException if fewer than {@code k} points differ
   */
  public Partition search(int k, int restarts, long seed, Replicates replicates) {
    if (distinct < k) {
      throw new TooFewDistinctPointsException(distinct, k);
    }
    if (k == 1) {
      return Partition.of(points, new int[points.length], 1).rearranged(places);
    }
    Partition best =
        best(
            replicates.run(
                points, restarts, (shared, i) -> descend(shared, k, RandomStream.at(seed, k, i))));
    for (int round = 1; ; round++) {
      Partition shaken = best(replicates.run(points, restarts, shaking(best, seed, round)));
      if (BEST_FIRST.compare(shaken, best) >= 0) {
        return best.rearranged(places);
      }
      best = shaken;
    }
  }

  private static Partition best(List<Partition> optima) {
    return optima.stream().min(BEST_FIRST).orElseThrow();
  }

  private static Partition descend(double[][] points, int k, RandomStream random) {
    return KMeansDescent.from(points, KMeansPlusPlus.centres(points, k, random)).numberedByCentre();
  }

  private Replicates.Work<double[][], Partition> shaking(Partition best, long seed, int round) {
    double[][] centres = best.centres();
    int values = points.length * points[0].length;
    double distance = SHAKE * Math.sqrt(best.wss() / values);
    return (shared, i) -> {
      var random = RandomStream.at(seed, centres.length, i, round);
      return KMeansDescent.from(shared, shaken(centres, distance, random)).numberedByCentre();
    };
  }

  private static double[][] shaken(double[][] centres, double distance, RandomStream random) {
    return Arrays.stream(centres)
        .map(centre -> Arrays.stream(centre).map(c -> c + distance * random.nextGaussian()))
        .map(DoubleStream::toArray)
        .toArray(double[][]::new);
  }
}
