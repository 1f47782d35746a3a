package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialDrawsTest {
  private static final int DRAWS = 20_000;

  private static double[] draws(long pupils, double share) {
    var draws = new BinomialDraws(RandomStream.at(5), pupils, share);
    return LongStream.range(0, DRAWS).mapToDouble(i -> draws.next()).toArray();
  }

  /** Drawn exactly, by the normal distribution, and of more pupils than the exact sampler takes. */
  @ParameterizedTest
  @CsvSource({"10, .3", "400, .02", "1000, .5", "5000, .1", "5000, .9", "3000000000, .25"})
  void meanAndVarianceAreThoseOfTheBinomial(long pupils, double share) {
    double[] draws = draws(pupils, share);
    double variance = pupils * share * (1 - share);

    assertThat(Descriptive.mean(draws))
        .isCloseTo(pupils * share, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(Math.pow(Descriptive.sd(draws), 2) / variance).isBetween(0.95, 1.05);
    assertThat(Arrays.stream(draws)).allMatch(drawn -> drawn >= 0 && drawn <= pupils);
  }

  @ParameterizedTest
  @CsvSource({"0, .3, 0", "7, 0, 0", "7, 1, 7", "3000000000, 0, 0", "3000000000, 1, 3000000000"})
  void whatIsCertainIsDrawnSo(long pupils, double share, long drawn) {
    assertThat(draws(pupils, share)).containsOnly((double) drawn);
  }

  @Test
  void probabilitiesOfThreePupils() {
    double[] draws = draws(3, 0.2);

    double[] expected = {0.512, 0.384, 0.096, 0.008};
    for (int x = 0; x < expected.length; x++) {
      int of = x;
      double share = (double) Arrays.stream(draws).filter(d -> d == of).count() / DRAWS;
      assertThat(share).isCloseTo(expected[x], within(0.02));
    }
  }
}
