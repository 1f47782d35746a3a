package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

  @Test
  void holdsTheSharesThatEightAndAHundredPupilsDoNotContradict() {
    Interval eight = WilsonInterval.of(3, 8, 0.95);
    assertThat(eight.low()).isCloseTo(.14, within(.005));
    assertThat(eight.high()).isCloseTo(.69, within(.005));
    Interval hundred = WilsonInterval.of(30, 100, 0.95);
    assertThat(hundred.low()).isCloseTo(.22, within(.005));
    assertThat(hundred.high()).isCloseTo(.40, within(.005));
  }

  @Test
  void reachesTheEndsWithNobodyAndEverybodyBelow() {
    // The open end is z²/(n+z²) from the share.
    double z2 = 1.6448536269514722 * 1.6448536269514722;
    assertThat(WilsonInterval.of(0, 5, 0.9).low()).isZero();
    assertThat(WilsonInterval.of(0, 5, 0.9).high()).isCloseTo(z2 / (5 + z2), within(1e-12));
    assertThat(WilsonInterval.of(5, 5, 0.9).high()).isEqualTo(1);
    assertThat(WilsonInterval.of(5, 5, 0.9).low()).isCloseTo(5 / (5 + z2), within(1e-12));
    assertThat(WilsonInterval.of(1, 1, 0.9).low()).isCloseTo(1 / (1 + z2), within(1e-12));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatThrownBy(() -> WilsonInterval.of(0, 0, 0.9)).hasMessage("0 of 0 is no share");
    assertThatThrownBy(() -> WilsonInterval.of(6, 5, 0.9)).hasMessage("6 of 5 is no share");
    assertThatThrownBy(() -> WilsonInterval.of(1, 5, 90)).hasMessageContaining("not 90.0");
  }
}
