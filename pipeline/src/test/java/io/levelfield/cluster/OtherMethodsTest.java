package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.AdjustedRandIndex;
import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Ward's method, k-medoids and the gap rule against definitions that need no cleverness. */
class OtherMethodsTest {

  @Property(tries = 50)
  void wardMergesTheCheapestPairEachTime(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int k) {
    double[][] points = points(seed, 30);

    assertThat(AdjustedRandIndex.of(WardGroups.of(points, k), greedyWard(points, k)))
        .isCloseTo(1, within(1e-12));
  }

  @Property(tries = 50)
  void medoidsAreHardlyWorseThanTheBestOfManyDraws(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int k) {
    double[][] points = points(seed, 20);

    int[] groups = MedoidGroups.of(points, k, RandomStream.at(seed));

    double reached = 0;
    for (int g = 0; g < k; g++) {
      int group = g;
      int[] members = IntStream.range(0, 20).filter(i -> groups[i] == group).toArray();
      assertThat(members).isNotEmpty();
      reached +=
          IntStream.of(members)
              .mapToDouble(
                  m ->
                      IntStream.of(members)
                          .mapToDouble(i -> Distance.euclidean(points[m], points[i]))
                          .sum())
              .min()
              .orElseThrow();
    }
    // A swap search may end beside the optimum, but not far from it.
    assertThat(reached).isLessThanOrEqualTo(leastOfManyDraws(points, k, seed) * 1.1);
  }

  @Example
  void gapTakesTheSmallestNumberWithinOneErrorOfTheFirstMaximum() {
    // A dip at two groups, then three; a spread of .1 between two sets makes an error of .05·√1.5.
    assertThat(gap(0.2, 0.1, 0.6, 0.5, 0.9).best()).isEqualTo(3);
    assertThat(gap(0.57, 0.1, 0.6, 0.5).best()).isEqualTo(1);
    assertThat(gap(0.2, 0.56, 0.6, 0.5).best()).isEqualTo(2);
    assertThat(gap(0.2).best()).isEqualTo(1);
    assertThat(gap(0.2, 0.3, 0.6, 0.5).error(2)).isCloseTo(0.05 * Math.sqrt(1.5), within(1e-12));
  }

  private static GapStatistic gap(double... gaps) {
    double[] observed = Arrays.stream(gaps).map(g -> -g).toArray();
    double[] below = new double[gaps.length];
    double[] above = new double[gaps.length];
    Arrays.fill(below, -0.05);
    Arrays.fill(above, 0.05);
    return new GapStatistic(observed, new double[][] {below, above});
  }

  private static int[] greedyWard(double[][] points, int k) {
    int[] groups = IntStream.range(0, points.length).toArray();
    for (int left = points.length; left > k; left--) {
      double least = Double.POSITIVE_INFINITY;
      int[] best = groups;
      int[] present = IntStream.of(groups).distinct().toArray();
      for (int a : present) {
        for (int b : present) {
          if (a < b) {
            int[] merged = IntStream.of(groups).map(g -> g == b ? a : g).toArray();
            double cost = wss(points, merged);
            if (cost < least) {
              least = cost;
              best = merged;
            }
          }
        }
      }
      groups = best;
    }
    return groups;
  }

  private static double wss(double[][] points, int[] groups) {
    int[] present = IntStream.of(groups).sorted().distinct().toArray();
    int[] numbers = IntStream.of(groups).map(g -> Arrays.binarySearch(present, g)).toArray();
    return Partition.of(points, numbers, present.length).wss();
  }

  private static double leastOfManyDraws(double[][] points, int k, long seed) {
    RandomStream random = RandomStream.at(seed, 1);
    double least = Double.POSITIVE_INFINITY;
    for (int draw = 0; draw < 200; draw++) {
      int[] medoids = RandomSample.of(points.length, k, random);
      double sum = 0;
      for (double[] point : points) {
        sum +=
            IntStream.of(medoids)
                .mapToDouble(m -> Distance.euclidean(point, points[m]))
                .min()
                .orElseThrow();
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  private static double[][] points(long seed, int count) {
    RandomStream random = RandomStream.at(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
        .toArray(double[][]::new);
  }
}
