package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CountOnNormalScaleTest {
  private static final int CELLS = ShareCells.COUNT;

  private static double[] equal() {
    double[] spread = new double[CELLS];
    Arrays.fill(spread, 1.0 / CELLS);
    return spread;
  }

  /** A few pupils leave every cell possible. */
  @Test
  void endsAreQuantilesOfTheDistribution() {
    var count = new CountOnNormalScale(equal(), 2, 5);

    assertThat(count.ends()).hasSize(CELLS + 1);
    assertThat(count.ends()[0]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(count.ends()[CELLS]).isEqualTo(Double.POSITIVE_INFINITY);
    // Quantiles of the standard normal distribution.
    assertThat(count.ends()[CELLS / 2]).isCloseTo(0, within(1e-9));
    assertThat(count.ends()[CELLS / 10]).isCloseTo(-1.2815515655446004, within(1e-9));
    assertThat(count.ends()[CELLS * 3 / 4]).isCloseTo(0.6744897501960817, within(1e-9));
  }

  /** Of many pupils only cells near the share explain the count; the rest lies below them. */
  @Test
  void cellsThatExplainTheCount() {
    var count = new CountOnNormalScale(equal(), 5_000, 10_000);

    int first = count.likelihood().first();
    assertThat(count.ends()).hasSize(count.likelihood().byCell().length + 1);
    assertThat(first).isBetween(CELLS / 2 - 5, CELLS / 2 - 1);
    for (int j = 0; j < count.ends().length; j++) {
      assertThat(NormalTail.above(0, count.ends()[j], 1))
          .isCloseTo((double) (first + j) / CELLS, within(1e-9));
    }
  }

  @Test
  void aDistributionThatIsNotEven() {
    double[] spread = new double[CELLS];
    spread[10] = 0.25;
    spread[20] = 0.75;

    double[] ends = new CountOnNormalScale(spread, 1, 4).ends();

    assertThat(ends[10]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Arrays.copyOfRange(ends, 11, 21)).containsOnly(ends[11]);
    assertThat(ends[11]).isCloseTo(-0.6744897501960817, within(1e-9));
    assertThat(ends[21]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** Of all or none of many pupils the last cells, or the first, are left. */
  @Test
  void theOuterCellsReachToInfinity() {
    double[] none = new CountOnNormalScale(equal(), 0, 10_000).ends();
    double[] all = new CountOnNormalScale(equal(), 10_000, 10_000).ends();

    assertThat(none[0]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(none[none.length - 1]).isFinite();
    assertThat(all[0]).isFinite();
    assertThat(all[all.length - 1]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void whatIsNoCount() {
    assertThatThrownBy(() -> new CountOnNormalScale(equal(), 6, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountOnNormalScale(equal(), 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
