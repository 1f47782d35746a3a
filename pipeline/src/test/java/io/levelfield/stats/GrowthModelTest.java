package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrowthModelTest {
  private static final int UNITS = 40;
  private static final int TIMES = 5;

  @Test
  void believesLevelsThatHardlyVaryAndPassesOverThoseThatAreChance() {
    double sure = historyWeight(1, 0.05);
    double chance = historyWeight(0, 1);

    assertThat(sure).isBetween(0.97, 1.01);
    assertThat(chance).isBetween(0.0, 0.35);
  }

  /** One-way layout: the forecast of unit mean is n τ² / (n τ² + σ²), here 3 · 1 / (3 · 1 + 1). */
  @Test
  void shrinksByTheRatioOfVariances() {
    double weight = 0;
    for (int seed = 0; seed < 10; seed++) {
      weight += historyWeight(1, 1, seed) / 10;
    }

    assertThat(weight).isCloseTo(0.75, within(0.05));
  }

  @Test
  void aLargerUnitIsBelievedMore() {
    double[][] sizes = new double[UNITS][TIMES];
    for (int u = 0; u < UNITS; u++) {
      Arrays.fill(sizes[u], u % 2 == 0 ? 5 : 80);
    }
    double[][] values = values(0.3, 0.3, 3);
    var model = GrowthModel.fit(new Courses(values, sizes, new double[0]), all());

    assertThat(sum(model.forecast(1, 3).coefficients(3)))
        .isGreaterThan(sum(model.forecast(0, 3).coefficients(3)));
    assertThat(model.variance(1, new double[] {0, 0, 0, 1, 0}))
        .isLessThan(model.variance(0, new double[] {0, 0, 0, 1, 0}));
  }

  @Test
  void refusesTooFewValues() {
    var courses = new Courses(new double[2][2], new double[][] {{1, 1}, {1, 1}}, new double[0]);

    assertThatThrownBy(() -> GrowthModel.fit(courses, new boolean[][] {{true, true}, {true, true}}))
        .isInstanceOf(TooFewObservationsException.class);
  }

  @Test
  void squareRootSolvesItsMatrix() {
    double[][] matrix = {{4, 2}, {2, 3}};

    assertThat(new LowerTriangle(matrix).solve(new double[] {8, 8}))
        .containsExactly(new double[] {1, 2}, within(1e-12));
    assertThat(new LowerTriangle(matrix).logDeterminant()).isCloseTo(Math.log(8), within(1e-12));
    assertThatThrownBy(() -> new LowerTriangle(new double[][] {{1, 1}, {1, 1}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double historyWeight(double levels, double rest) {
    return historyWeight(levels, rest, 1);
  }

  /** The sum of the coefficients that three years have in the forecast of the fourth. */
  private static double historyWeight(double levels, double rest, long seed) {
    double[][] sizes = new double[UNITS][TIMES];
    Arrays.stream(sizes).forEach(row -> Arrays.fill(row, 20));
    var courses = new Courses(values(levels, rest, seed), sizes, new double[0]);
    return sum(GrowthModel.fit(courses, all()).forecast(0, 3).coefficients(3));
  }

  private static double[][] values(double levels, double rest, long seed) {
    RandomStream random = RandomStream.at(seed);
    double[][] values = new double[UNITS][TIMES];
    for (double[] row : values) {
      double level = levels * random.nextGaussian();
      Arrays.setAll(row, t -> level + rest * random.nextGaussian());
    }
    return values;
  }

  private static boolean[][] all() {
    boolean[][] all = new boolean[UNITS][TIMES];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, true));
    return all;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
