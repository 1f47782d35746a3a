package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescriptiveTest {
  private static final double[] SAMPLE = {2, 4, 4, 5, 10};

  @Test
  void describesASampleByHand() {
    assertThat(Descriptive.mean(SAMPLE)).isEqualTo(5);
    assertThat(Descriptive.variance(SAMPLE)).isEqualTo(9);
    assertThat(Descriptive.sd(SAMPLE)).isEqualTo(3);
    assertThat(Descriptive.median(SAMPLE)).isEqualTo(4);
    assertThat(Descriptive.median(new double[] {1, 2, 3, 10})).isEqualTo(2.5);
  }

  @Test
  void adjustsSkewnessAndKurtosisForBias() {
    // G1 = 5/(4*3) * (-27-1-1+0+125)/27 and G2 = 5*6/(4*3*2) * (81+1+1+0+625)/81 - 3*16/(3*2).
    assertThat(Descriptive.skewness(SAMPLE)).isCloseTo(40.0 / 27, within(1e-12));
    assertThat(Descriptive.kurtosis(SAMPLE)).isCloseTo(1.25 * 708 / 81 - 8, within(1e-12));
  }

  @Test
  void refusesASampleTooSmall() {
    assertThatThrownBy(() -> Descriptive.sd(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("needs at least 2 values, but there are 1");
  }
}
