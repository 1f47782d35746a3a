package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositionPosteriorTest {
  private static final int UNITS = 200;

  /** Counts of ten beside true shares between .1 and .5: the mean is nearer to truth than x/n. */
  @Test
  void isNearerToTrueSharesThanCountsAre() {
    RandomStream random = RandomStream.at(1);
    double[][] counts = new double[UNITS][1];
    double[][] totals = new double[UNITS][1];
    double[] truth = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      truth[i] = 0.1 + 0.4 * random.nextDouble();
      double share = truth[i];
      totals[i][0] = 10;
      counts[i][0] = IntStream.range(0, 10).filter(p -> random.nextDouble() < share).count();
    }
    var fit = CompositionPosterior.fit(counts, totals);
    double plain = 0;
    double likely = 0;
    for (int i = 0; i < UNITS; i++) {
      double middle = fit.of(counts[i], totals[i]).share(0, new double[] {0}, 0);
      plain += Math.pow(counts[i][0] / 10 - truth[i], 2);
      likely += Math.pow(middle - truth[i], 2);
    }

    assertThat(likely).isLessThan(0.7 * plain);
  }

  @Test
  void believesLargeCounts() {
    double[][] counts = {{100}, {2000}, {3000}, {4000}, {5000}, {6000}};
    double[][] totals = {{10_000}, {10_000}, {10_000}, {10_000}, {10_000}, {10_000}};

    assertThat(
            CompositionPosterior.fit(counts, totals)
                .of(counts[5], totals[5])
                .share(0, new double[] {0}, 0))
        .isCloseTo(0.6, within(0.001));
  }

  @Test
  void knowsNothingOfUnknownCounts() {
    double[][] counts = {{1, Double.NaN}, {2, 3}};
    double[][] totals = {{9, Double.NaN}, {9, 9}};

    assertThat(CompositionPosterior.fit(counts, totals).of(counts[0], totals[0]).known())
        .isEqualTo(1);
  }
}
