package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SilhouetteTest {

  @Example
  void measuresWidthsByHand() {
    double[][] points = {{0}, {1}, {5}};

    double[] widths = Silhouette.widths(points, Partition.of(points, new int[] {0, 0, 1}, 2));

    assertThat(widths).containsExactly(new double[] {(5 - 1) / 5.0, (4 - 1) / 4.0, 0});
  }

  @Property(tries = 50)
  void agreesWithTheDefinitionTakenLiterally(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int k) {
    RandomStream random = RandomStream.at(seed);
    double[][] points =
        IntStream.range(0, 30)
            .mapToObj(i -> new double[] {random.nextGaussian(), random.nextInt(3)})
            .toArray(double[][]::new);
    int[] groups = IntStream.range(0, 30).map(i -> i < k ? i : random.nextInt(k)).toArray();
    Partition partition = Partition.of(points, groups, k);

    double[] widths = Silhouette.widths(points, partition);

    for (int i = 0; i < points.length; i++) {
      assertThat(widths[i]).as("point %d", i).isCloseTo(width(points, groups, k, i), within(1e-12));
    }
    assertThat(Silhouette.mean(points, partition))
        .isCloseTo(Arrays.stream(widths).average().orElseThrow(), within(1e-12));
  }

  @Example
  void measuresASampleOfManyPoints() {
    double[][] points =
        IntStream.range(0, 20_001)
            .mapToObj(i -> new double[] {i % 2 == 0 ? 0 : 100})
            .toArray(double[][]::new);
    int[] groups = IntStream.range(0, points.length).map(i -> i % 2).toArray();

    assertThat(Silhouette.mean(points, Partition.of(points, groups, 2))).isEqualTo(1);
  }

  @Example
  void coincidingGroupsHaveNoWidth() {
    double[][] points = {{1}, {1}, {1}, {1}};

    assertThat(Silhouette.widths(points, Partition.of(points, new int[] {0, 0, 1, 1}, 2)))
        .containsOnly(0);
  }

  @Example
  void oneGroupHasNoSilhouette() {
    double[][] points = {{0}, {1}};

    assertThatThrownBy(() -> Silhouette.mean(points, Partition.of(points, new int[2], 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one group has no silhouette");
  }

  private static double width(double[][] points, int[] groups, int k, int i) {
    double[] means =
        IntStream.range(0, k)
            .mapToDouble(
                g ->
                    IntStream.range(0, points.length)
                        .filter(j -> j != i && groups[j] == g)
                        .mapToDouble(
                            j ->
                                Math.hypot(
                                    points[i][0] - points[j][0], points[i][1] - points[j][1]))
                        .average()
                        .orElse(Double.NaN))
            .toArray();
    double a = means[groups[i]];
    if (Double.isNaN(a)) {
      return 0;
    }
    double b =
        IntStream.range(0, k)
            .filter(g -> g != groups[i])
            .mapToDouble(g -> means[g])
            .min()
            .orElseThrow();
    return (b - a) / Math.max(a, b);
  }
}
