package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tail probabilities and quantiles against sums by hand and R. */
class TailsTest {

  @Test
  void equalProbabilitiesMakeTheBinomial() {
    double[] seven = new double[7];
    Arrays.fill(seven, .15);

    for (int least = 0; least <= 8; least++) {
      assertThat(PoissonBinomial.atLeast(least, seven))
          .isCloseTo(least > 7 ? 0 : BinomialTail.atLeast(least, 7, .15), within(1e-12));
    }
  }

  /** .2·.5·.9 + .2·.5·.1 + .2·.5·.9 + .8·.5·.9. */
  @Test
  void unequalProbabilitiesAreSummedOverOutcomes() {
    assertThat(PoissonBinomial.atLeast(2, new double[] {.2, .5, .9})).isCloseTo(.55, within(1e-12));
  }

  /** In R: pbinom(1, 5, .15, lower.tail = FALSE). */
  @Test
  void binomialTailIsThatOfR() {
    assertThat(BinomialTail.atLeast(2, 5, .15)).isCloseTo(.16479, within(1e-5));
    assertThat(BinomialTail.atLeast(0, 5, .15)).isEqualTo(1);
  }

  @Test
  void withoutAnErrorTheNormalTailIsAFact() {
    assertThat(NormalTail.above(1, 2, 0)).isEqualTo(1);
    assertThat(NormalTail.above(2, 2, 0)).isZero();
    assertThat(NormalTail.above(0, 1.2815515655446004, 1)).isCloseTo(.9, within(1e-9));
    assertThat(NormalTail.quantile(.8)).isCloseTo(.8416212, within(1e-7));
  }

  /** In R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .75, 1)). */
  @Test
  void quantilesAreThoseOfR() {
    double[] sorted = {1, 2, 4, 8};

    assertThat(Quantile.ofSorted(sorted, 0)).isEqualTo(1);
    assertThat(Quantile.ofSorted(sorted, .25)).isEqualTo(1.75);
    assertThat(Quantile.ofSorted(sorted, .5)).isEqualTo(3);
    assertThat(Quantile.ofSorted(sorted, .75)).isEqualTo(5);
    assertThat(Quantile.ofSorted(sorted, 1)).isEqualTo(8);
    assertThatThrownBy(() -> Quantile.ofSorted(new double[0], .5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
