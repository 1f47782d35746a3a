package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.Slopes.Scatter;
import io.levelfield.stats.Slopes.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlopesTest {

  private static Series series(double[] times, double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 10);
    return new Series(times, values, weights);
  }

  private static double[] times(double... times) {
    return times;
  }

  /** By hand: the line is 5/3 + 2 (t - 1), and its residuals are 1/3, -2/3 and 1/3. */
  @Test
  void aLineByLeastSquares() {
    Series series = series(times(2021, 2022, 2023), 0, 1, 4);

    assertThat(series.slope()).isCloseTo(2, within(1e-12));
    Scatter scatter = Slopes.scatter(List.of(series));
    assertThat(scatter.constant()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(scatter.byWeight()).isZero();
  }

  /** The sum of squared times from their mean, 2022.25, is 8.75. */
  @Test
  void theVarianceOfASlope() {
    Series series = series(times(2020, 2022, 2023, 2024), 1, 3, 2, 5);

    assertThat(series.slopeVariance(new double[] {3, 3, 3, 3})).isCloseTo(3 / 8.75, within(1e-12));
    assertThat(series.slopeVariance(new double[] {1, 0, 0, 0}))
        .isCloseTo(2.25 * 2.25 / (8.75 * 8.75), within(1e-12));
    // The weight is 10.
    assertThat(new Scatter(2, 10).slopeVariance(series)).isCloseTo(3 / 8.75, within(1e-12));
  }

  @Test
  void valuesOnTheirLinesDoNotScatter() {
    Scatter scatter =
        Slopes.scatter(List.of(series(times(1, 2, 3), 5, 7, 9), series(times(1, 2, 4), 1, 0, -2)));

    assertThat(scatter.constant()).isCloseTo(0, within(1e-20));
    assertThat(scatter.byWeight()).isZero();
  }

  /** Of three values one degree of freedom is left, of two or one none. */
  @Test
  void twentyDegreesOfFreedomTellTheScatter() {
    List<Series> few = new ArrayList<>(Collections.nCopies(19, series(times(1, 2, 3), 1, 3, 2)));
    few.add(series(times(1, 2), 1, 5));
    few.add(series(times(1), 1));

    assertThat(Slopes.tellScatter(few)).isFalse();
    few.add(series(times(1, 2, 3), 1, 3, 2));
    assertThat(Slopes.tellScatter(few)).isTrue();
  }

  /**
   * Whatever happens in a year with a variance of .5, and that of pupils, 20, over their number.
   */
  @Test
  void bothPartsOfTheScatterAreFound() {
    Scatter found = Slopes.scatter(drawn(0.5, 20));

    assertThat(found.constant()).isCloseTo(0.5, within(0.05));
    assertThat(found.byWeight()).isCloseTo(20, within(1.5));
  }

  @Test
  void aPartThatIsNotThereIsNotBelowZero() {
    Scatter byWeight = Slopes.scatter(drawn(0, 20));
    Scatter constant = Slopes.scatter(drawn(0.5, 0));

    assertThat(byWeight.constant()).isBetween(0.0, 0.03);
    assertThat(byWeight.byWeight()).isCloseTo(20, within(0.8));
    assertThat(constant.constant()).isCloseTo(0.5, within(0.03));
    assertThat(constant.byWeight()).isBetween(0.0, 0.4);
  }

  /** Lines of 20,000 units over four years; a unit keeps its size of 5 to 100 nearly. */
  private static List<Series> drawn(double constant, double byWeight) {
    RandomStream random = RandomStream.at(11);
    List<Series> all = new ArrayList<>();
    for (int unit = 0; unit < 20_000; unit++) {
      double size = 5 + random.nextInt(95);
      double slope = random.nextGaussian();
      double[] values = new double[4];
      double[] weights = new double[4];
      for (int t = 0; t < 4; t++) {
        weights[t] = size + random.nextInt(3);
        values[t] = slope * t + Math.sqrt(constant + byWeight / weights[t]) * random.nextGaussian();
      }
      all.add(new Series(times(0, 1, 2, 3), values, weights));
    }
    return all;
  }
}
