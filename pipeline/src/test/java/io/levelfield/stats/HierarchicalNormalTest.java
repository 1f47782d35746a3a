package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HierarchicalNormalTest {

  @Test
  void leavesValuesWithoutErrorsNearlyAlone() {
    double[] values = {1, 2, 3, 4, 10};
    var fit = HierarchicalNormal.fit(values, variances(5, 1e-6));

    assertThat(fit.of(10, 1e-6).mean()).isCloseTo(10, within(1e-3));
    assertThat(fit.of(10, 1e-6).notAbove(9)).isCloseTo(0, within(1e-6));
  }

  /** The scatter of the values is that of their errors alone. */
  @Test
  void drawsValuesTogetherThatDifferByTheirErrors() {
    double[] values =
        IntStream.range(0, 40).mapToDouble(i -> NormalTail.quantile((i + 0.5) / 40)).toArray();
    var fit = HierarchicalNormal.fit(values, variances(40, 1));

    assertThat(fit.of(2, 1).mean()).isBetween(0.0, 0.6);
  }

  private static double[] variances(int count, double variance) {
    double[] variances = new double[count];
    Arrays.fill(variances, variance);
    return variances;
  }
}
