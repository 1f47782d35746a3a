package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainedRegressionsTest {
  private static final int DRAWS = 400;

  /** Values that a gap takes in many draws. */
  private static Set<Double> taken(double[][] values, int observation, int variable) {
    var regressions = new ChainedRegressions(values);
    Set<Double> taken = new TreeSet<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      taken.add(regressions.draw(RandomStream.at(2, draw))[observation][variable]);
    }
    return taken;
  }

  @Test
  void whatIsKnownStaysAndNothingElseIsInvented() {
    double[][] values = noise(30, 3);
    values[4][0] = Double.NaN;
    values[7][2] = Double.NaN;
    values[7][1] = Double.NaN;

    double[][] drawn = new ChainedRegressions(values).draw(RandomStream.at(1));

    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < 3; j++) {
        int variable = j;
        if (Double.isNaN(values[i][j])) {
          assertThat(Arrays.stream(values).mapToDouble(row -> row[variable])).contains(drawn[i][j]);
        } else {
          assertThat(drawn[i][j]).isEqualTo(values[i][j]);
        }
      }
    }
  }

  /** The second is three times the first: the five nearest are those of the nearest firsts. */
  @Test
  void aGapTakesTheValueOfOneOfTheFiveNearest() {
    double[][] values =
        IntStream.range(0, 40).mapToObj(i -> new double[] {i, 3.0 * i}).toArray(double[][]::new);
    values[20][1] = Double.NaN;
    values[0][1] = Double.NaN;
    values[39][1] = Double.NaN;
    values[10][0] = 10.2;
    values[10][1] = Double.NaN;

    assertThat(taken(values, 0, 1)).containsExactly(3.0, 6.0, 9.0, 12.0, 15.0);
    assertThat(taken(values, 39, 1)).containsExactly(102.0, 105.0, 108.0, 111.0, 114.0);
    assertThat(taken(values, 10, 1)).containsExactly(24.0, 27.0, 33.0, 36.0, 39.0);
    // Of two that are equally near either is one of the five.
    assertThat(taken(values, 20, 1)).contains(54.0, 57.0, 63.0, 66.0).hasSizeBetween(5, 6);
  }

  /** By both of the others together, and by neither of them alone. */
  @Test
  void allOtherVariablesForetellIt() {
    RandomStream random = RandomStream.at(6);
    double[][] values = new double[200][3];
    for (double[] row : values) {
      row[0] = random.nextGaussian();
      row[1] = random.nextGaussian();
      row[2] = 2 * row[0] - row[1];
    }
    values[0] = new double[] {1, 1, Double.NaN};
    values[1] = new double[] {-1, 1, Double.NaN};

    assertThat(taken(values, 0, 2)).allSatisfy(v -> assertThat(v).isCloseTo(1, within(0.2)));
    assertThat(taken(values, 1, 2)).allSatisfy(v -> assertThat(v).isCloseTo(-3, within(0.5)));
  }

  /** Gaps of one variable are filled with what was imputed in another. */
  @Test
  void gapsOfSeveralVariables() {
    RandomStream random = RandomStream.at(9);
    double[][] values = new double[300][3];
    for (double[] row : values) {
      double common = random.nextGaussian();
      Arrays.setAll(row, j -> common + 0.05 * random.nextGaussian());
    }
    for (int i = 0; i < 60; i++) {
      values[i][i % 2] = Double.NaN;
      values[i][2] = i % 3 == 0 ? Double.NaN : values[i][2];
    }

    double[][] drawn = new ChainedRegressions(values).draw(RandomStream.at(3));

    double apart =
        Arrays.stream(drawn)
            .limit(60)
            .mapToDouble(row -> Math.abs(row[0] - row[1]))
            .average()
            .orElseThrow();
    assertThat(apart).isLessThan(0.15);
  }

  /**
   * Of unrelated variables a gap is as any other value, and as the coefficients are drawn it takes
   * more than five.
   */
  @Test
  void whatIsUnrelatedIsDrawnFromAll() {
    double[][] values = noise(60, 2);
    values[0][0] = 0;
    values[0][1] = Double.NaN;
    var regressions = new ChainedRegressions(values);
    DoubleSummaryStatistics drawn =
        IntStream.range(0, DRAWS)
            .mapToDouble(draw -> regressions.draw(RandomStream.at(4, draw))[0][1])
            .summaryStatistics();

    assertThat(taken(values, 0, 1)).hasSizeGreaterThan(15);
    assertThat(drawn.getAverage())
        .isCloseTo(
            Arrays.stream(values).mapToDouble(row -> row[1]).skip(1).average().orElseThrow(),
            within(0.3));
  }

  @Test
  void unitsDoNotMatter() {
    double[][] values = noise(25, 3);
    values[3][1] = Double.NaN;
    values[9][0] = Double.NaN;
    double[][] inOthers =
        Arrays.stream(values)
            .map(row -> new double[] {1024 * row[0], row[1], row[2] / 64})
            .toArray(double[][]::new);

    double[][] drawn = new ChainedRegressions(values).draw(RandomStream.at(5));
    double[][] drawnInOthers = new ChainedRegressions(inOthers).draw(RandomStream.at(5));

    assertThat(drawnInOthers[3][1]).isEqualTo(drawn[3][1]);
    assertThat(drawnInOthers[9][0]).isEqualTo(1024 * drawn[9][0]);
  }

  @Test
  void aVariableThatDoesNotVary() {
    double[][] values = noise(10, 2);
    Arrays.stream(values).forEach(row -> row[0] = 7);
    values[2][0] = Double.NaN;
    values[5][1] = Double.NaN;

    double[][] drawn = new ChainedRegressions(values).draw(RandomStream.at(1));

    assertThat(drawn[2][0]).isEqualTo(7);
    assertThat(drawn[5][1]).isFinite();
  }

  @Test
  void twoKnownValuesAreNeeded() {
    double[][] values = {{1, Double.NaN}, {2, 5}, {3, Double.NaN}};

    assertThatThrownBy(() -> new ChainedRegressions(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("variable 1");
    values[0][1] = 6;
    assertThat(new ChainedRegressions(values).draw(RandomStream.at(1))[2][1]).isIn(5.0, 6.0);
  }

  private static double[][] noise(int observations, int variables) {
    RandomStream random = RandomStream.at(observations, variables);
    double[][] values = new double[observations][variables];
    Arrays.stream(values).forEach(row -> Arrays.setAll(row, j -> random.nextGaussian()));
    return values;
  }
}
