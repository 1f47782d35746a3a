package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import io.levelfield.testing.InEnglish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormaliserTest {
  private static final double[] REFERENCE = {1, 2, 2, 4, 11};

  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void moreIsMoreFavourableWhicheverWayTheIndicatorPoints(Normalisation normalisation) {
    var favourable = Normaliser.of(normalisation, "x", 1, REFERENCE);
    var unfavourable = Normaliser.of(normalisation, "x", -1, REFERENCE);

    assertThat(favourable.applyAsDouble(4)).isGreaterThan(favourable.applyAsDouble(1));
    assertThat(unfavourable.applyAsDouble(4)).isLessThan(unfavourable.applyAsDouble(1));
  }

  @Test
  void minMaxRunsFromTheLeastFavourableToTheMost() {
    var unfavourable = Normaliser.of(Normalisation.MIN_MAX, "x", -1, REFERENCE);

    assertThat(unfavourable.applyAsDouble(11)).isZero();
    assertThat(unfavourable.applyAsDouble(1)).isEqualTo(1);
    // A school of another year may lie beyond the base year's.
    assertThat(unfavourable.applyAsDouble(21)).isEqualTo(-1);
  }

  @Test
  void percentileRankCountsTiesHalf() {
    var rank = Normaliser.of(Normalisation.PERCENTILE_RANK, "x", 1, REFERENCE);

    assertThat(rank.applyAsDouble(2)).isEqualTo(0.4); // mean rank 2.5, less a half, of 5
    assertThat(rank.applyAsDouble(0)).isZero();
    assertThat(rank.applyAsDouble(12)).isEqualTo(1);
  }

  @Test
  void robustZUsesTheMedian() {
    var robust = Normaliser.of(Normalisation.ROBUST_Z, "x", 1, REFERENCE);

    assertThat(robust.applyAsDouble(2)).isZero();
    assertThat(robust.applyAsDouble(3)).isCloseTo(1 / 1.4826, within(1e-12));
    assertThatThrownBy(
            () -> Normaliser.of(Normalisation.ROBUST_Z, "poor", 1, new double[] {1, 1, 1, 5}))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("poor")
        .contains("more than half");
  }

  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void anUnknownValueLeavesTheOthersToSpeak(Aggregation aggregation) {
    double[] weights = {0.5, 0.25, 0.25};
    double[] parts =
        Aggregator.contributions(aggregation, new double[] {0.3, 0.3, Double.NaN}, weights);
    double[] complete =
        Aggregator.contributions(aggregation, new double[] {0.3, 0.3, 0.3}, weights);

    assertThat(parts[2]).isNaN();
    assertThat(Aggregator.index(aggregation, parts))
        .isCloseTo(Aggregator.index(aggregation, complete), within(1e-12));
  }

  @Test
  void unevennessCostsUnderAllButTheArithmeticMean() {
    double[] weights = {0.5, 0.5};
    double[] even = {0.5, 0.5};
    double[] uneven = {0.1, 0.9};

    assertThat(index(Aggregation.ARITHMETIC, uneven, weights))
        .isCloseTo(index(Aggregation.ARITHMETIC, even, weights), within(1e-12));
    assertThat(index(Aggregation.GEOMETRIC, uneven, weights))
        .isCloseTo(0.3, within(1e-12))
        .isLessThan(index(Aggregation.GEOMETRIC, even, weights));
    assertThat(index(Aggregation.MAZZIOTTA_PARETO, uneven, weights))
        .isLessThan(index(Aggregation.MAZZIOTTA_PARETO, even, weights));
  }

  @Test
  void aValueOfNothingDoesNotDecideAlone() {
    assertThat(index(Aggregation.GEOMETRIC, new double[] {0, 1}, new double[] {0.5, 0.5}))
        .isCloseTo(0.1, within(1e-12)); // the floor of .01
  }

  private static double index(Aggregation aggregation, double[] values, double[] weights) {
    return Aggregator.index(aggregation, Aggregator.contributions(aggregation, values, weights));
  }
}
