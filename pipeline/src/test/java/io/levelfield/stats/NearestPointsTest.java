package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.NearestPoints.Near;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestPointsTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  /** Points on a line, by hand. */
  @Test
  void nearestFirst() {
    double[][] points = {{0}, {10}, {1}, {4}};

    List<List<Near>> found = new NearestPoints(points, new int[4], 0, 2, ANY).all();

    assertThat(found.get(0)).containsExactly(new Near(2, 1), new Near(3, 4));
    assertThat(found.get(1)).containsExactly(new Near(3, 6), new Near(2, 9));
    assertThat(found.get(2)).containsExactly(new Near(0, 1), new Near(3, 3));
    assertThat(found.get(3)).containsExactly(new Near(2, 3), new Near(0, 4));
  }

  @Test
  void asFarAsTheFarthestAndNoFurther() {
    double[][] points = {{0}, {3}, {5}};

    List<List<Near>> found = new NearestPoints(points, new int[3], 0, 2, 3).all();

    assertThat(found.get(0)).containsExactly(new Near(1, 3));
    assertThat(found.get(2)).containsExactly(new Near(1, 2));
  }

  /** 3 along the line and 4 for the kind are 5. */
  @Test
  void anotherKindIsFurtherAndAnUnknownOneIsNot() {
    double[][] points = {{0}, {3}, {3}, {4.5}};
    int[] kinds = {1, 2, -1, 1};

    List<List<Near>> found = new NearestPoints(points, kinds, 4, 3, ANY).all();

    assertThat(found.get(0)).containsExactly(new Near(2, 3), new Near(3, 4.5), new Near(1, 5));
    assertThat(found.get(2)).extracting(Near::distance).containsExactly(0.0, 1.5, 3.0);
  }

  @Test
  void withoutCoordinatesAllAreEquallyNear() {
    List<List<Near>> found =
        new NearestPoints(new double[][] {{}, {}, {}}, new int[] {0, 1, 0}, 2, 2, ANY).all();

    assertThat(found.get(0)).containsExactly(new Near(2, 0), new Near(1, 2));
    assertThat(found.get(1)).containsExactly(new Near(0, 2), new Near(2, 2));
  }

  @Test
  void onePointAndNone() {
    assertThat(new NearestPoints(new double[][] {{1}}, new int[1], 0, 3, ANY).all())
        .containsExactly(List.of());
    assertThat(new NearestPoints(new double[0][], new int[0], 0, 3, ANY).all()).isEmpty();
  }

  /** Coordinates are whole numbers, so that many points are equally far: the first listed wins. */
  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 5, 2", "2, 5, 0", "2, 40, 1.5", "3, 7, 100", "4, 100, 1"})
  void theSameAsByComparingAll(int dimensions, int most, double penalty) {
    RandomStream random = RandomStream.at(dimensions, most);
    double[][] points =
        IntStream.range(0, 90)
            .mapToObj(i -> random.ints(dimensions, 0, 6).asDoubleStream().toArray())
            .toArray(double[][]::new);
    int[] kinds = random.ints(points.length, -1, 3).toArray();

    List<List<Near>> found = new NearestPoints(points, kinds, penalty, most, 6).all();

    for (int own = 0; own < points.length; own++) {
      assertThat(found.get(own)).isEqualTo(compared(points, kinds, penalty, own, most));
    }
  }

  private static List<Near> compared(
      double[][] points, int[] kinds, double penalty, int own, int most) {
    return IntStream.range(0, points.length)
        .filter(other -> other != own)
        .mapToObj(other -> new Near(other, distance(points, kinds, penalty, own, other)))
        .filter(near -> near.distance() <= 6)
        .sorted(Comparator.comparing(Near::distance).thenComparing(Near::index))
        .limit(most)
        .toList();
  }

  private static double distance(double[][] points, int[] kinds, double penalty, int a, int b) {
    boolean apart = kinds[a] >= 0 && kinds[b] >= 0 && kinds[a] != kinds[b];
    double sum = apart ? penalty * penalty : 0;
    for (int j = 0; j < points[a].length; j++) {
      sum += (points[a][j] - points[b][j]) * (points[a][j] - points[b][j]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void distancesInThePlane() {
    double[][] points = {{1, 1}, {4, 5}};

    assertThat(new NearestPoints(points, new int[2], 0, 1, ANY).all().get(1).get(0).distance())
        .isCloseTo(5, within(1e-12));
  }
}
