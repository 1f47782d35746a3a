package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.SentReplicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KMeansSearchTest {
  private static final int RESTARTS = 30;

  @Property(tries = 40)
  void permutingPointsPermutesGroups(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int k) {
    double[][] points = points(seed, 60);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    double[][] permuted = order.stream().map(i -> points[i]).toArray(double[][]::new);

    Partition partition = search(points, k);
    Partition ofPermuted = search(permuted, k);

    assertThat(ofPermuted.groups()).isEqualTo(order.stream().mapToInt(partition::group).toArray());
    assertThat(ofPermuted.wss()).isEqualTo(partition.wss());
    assertThat(ofPermuted.centres()).isDeepEqualTo(partition.centres());
  }

  @Property(tries = 40)
  void scaleAndPlaceDoNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int k) {
    double[][] points = points(seed, 60);
    double[][] moved = map(points, value -> 250 + 8 * value);

    Partition partition = search(points, k);
    Partition ofMoved = search(moved, k);

    assertThat(ofMoved.groups()).isEqualTo(partition.groups());
    assertThat(ofMoved.wss()).isCloseTo(64 * partition.wss(), within(1e-6));
  }

  @Property(tries = 60)
  void findsTheExhaustiveOptimumOfFewPoints(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 9) int count) {
    double[][] points = points(seed, count);

    assertThat(search(points, 3).wss()).isCloseTo(leastWss(points, 3), within(1e-9));
  }

  @Property(tries = 60)
  void noMoveOfASinglePointLowersTheSumOfSquares(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int k) {
    double[][] points = points(seed, 40);
    Partition partition =
        KMeansDescent.from(points, KMeansPlusPlus.centres(points, k, RandomStream.from(seed)));

    for (int i = 0; i < points.length; i++) {
      for (int g = 0; g < k; g++) {
        int[] groups = partition.groups();
        if (partition.sizes()[groups[i]] > 1) {
          groups[i] = g;
          assertThat(Partition.of(points, groups, k).wss())
              .as("point %d to group %d", i, g)
              .isGreaterThanOrEqualTo(partition.wss() - 1e-9);
        }
      }
    }
  }

  @Property(tries = 60)
  void descentNeverEndsAboveItsStart(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int k) {
    double[][] points = points(seed, 40);
    double[][] start = KMeansPlusPlus.centres(points, k, RandomStream.from(seed));
    double atStart = 0;
    for (double[] point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double[] centre : start) {
        nearest = Math.min(nearest, Distance.squared(point, centre));
      }
      atStart += nearest;
    }

    assertThat(KMeansDescent.from(points, start).wss()).isLessThanOrEqualTo(atStart);
  }

  @Example
  void findsTheSameWhenItsWorkIsSentToOtherMachines() {
    double[][] points = points(1, 60);

    Partition sent = new KMeansSearch(points).search(4, RESTARTS, 42, new SentReplicates());

    assertThat(sent.groups()).isEqualTo(search(points, 4).groups());
  }

  @Example
  void makesEachPointAGroupWhenThereAreAsManyGroups() {
    Partition partition = search(new double[][] {{3, 0}, {1, 0}, {2, 0}, {1, 0}}, 3);

    assertThat(partition.wss()).isZero();
    assertThat(partition.groups()).containsExactly(2, 0, 1, 0);
  }

  @Example
  void fillsGroupsThatStartEmpty() {
    double[][] points = {{0}, {1}, {10}, {11}};

    Partition partition = KMeansDescent.from(points, new double[][] {{5}, {100}, {200}});

    assertThat(partition.sizes()).doesNotContain(0);
  }

  @Example
  void refusesMoreGroupsThanDistinctPoints() {
    double[][] points = {{1, 0.0}, {1, -0.0}, {1, 0.0}, {2, 0}};

    assertThatThrownBy(() -> search(points, 3))
        .isInstanceOf(TooFewDistinctPointsException.class)
        .hasMessage("2 distinct points cannot be divided into 3 groups");
  }

  private static Partition search(double[][] points, int k) {
    return new KMeansSearch(points).search(k, RESTARTS, 42, Replicates.inThisThread());
  }

  /** Points around three places, unevenly. */
  private static double[][] points(long seed, int count) {
    RandomStream random = RandomStream.at(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new double[] {random.nextGaussian() + 2 * random.nextInt(3), random.nextGaussian()})
        .toArray(double[][]::new);
  }

  private static double[][] map(double[][] points, DoubleUnaryOperator f) {
    return Arrays.stream(points)
        .map(p -> Arrays.stream(p).map(f).toArray())
        .toArray(double[][]::new);
  }

  /** The least sum of squares over all ways to divide points into k groups. */
  private static double leastWss(double[][] points, int k) {
    int ways = (int) Math.round(Math.pow(k, points.length));
    double least = Double.POSITIVE_INFINITY;
    for (int way = 0; way < ways; way++) {
      int[] groups = new int[points.length];
      int rest = way;
      for (int i = 0; i < groups.length; i++) {
        groups[i] = rest % k;
        rest /= k;
      }
      if (Arrays.stream(groups).distinct().count() == k) {
        least = Math.min(least, Partition.of(points, groups, k).wss());
      }
    }
    return least;
  }
}
