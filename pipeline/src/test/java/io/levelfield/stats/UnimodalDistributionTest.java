package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnimodalDistributionTest {

  /** Of values at equal distances the quantiles are those of the uniform distribution. */
  @Test
  void keepsAnEvenSample() {
    var fit = UnimodalDistribution.fit(IntStream.rangeClosed(1, 9).mapToDouble(i -> i).toArray());

    assertThat(fit.quantile(0.5)).isCloseTo(5, within(1e-12));
    assertThat(fit.quantile(0.25)).isCloseTo(2.75, within(1e-12));
  }

  @Test
  void fillsTheValleyBetweenTwoHumps() {
    double[] humps = {0, 0.1, 0.2, 0.3, 0.4, 9.6, 9.7, 9.8, 9.9, 10};
    var fit = UnimodalDistribution.fit(humps);
    long valley =
        IntStream.range(0, 100)
            .mapToDouble(i -> fit.quantile((i + 0.5) / 100))
            .filter(value -> value > 1 && value < 9)
            .count();

    assertThat(valley).isGreaterThan(30);
  }

  @Test
  void keepsSkewness() {
    double[] skewed = IntStream.range(0, 200).mapToDouble(i -> Math.exp(normal(i, 200))).toArray();
    var fit = UnimodalDistribution.fit(skewed);
    double[] drawn =
        IntStream.range(0, 999).mapToDouble(i -> fit.quantile((i + 1) / 1000.0)).toArray();

    assertThat(Descriptive.mean(drawn)).isCloseTo(Descriptive.mean(skewed), within(0.1));
    assertThat(Descriptive.skewness(drawn)).isGreaterThan(2);
  }

  private static double normal(int i, int n) {
    return NormalTail.quantile((i + 0.5) / n);
  }
}
