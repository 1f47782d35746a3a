package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DataWeightsTest {

  /** By hand: an indicator half of the schools have all of, and one that one of four has. */
  @Test
  void entropyPrefersWhatFewSchoolsHave() {
    double[][] values = {{1, 1}, {1, 0}, {0, 0}, {0, 0}};

    // Entropies log 2 / log 4 and 0.
    assertThat(DataWeights.entropy(values))
        .containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-12));
  }

  /** By hand: a and b are the same, c goes with neither; spreads are alike. */
  @Test
  void criticPrefersWhatDoesNotRepeatOthers() {
    double[][] values = {{0, 0, 0}, {0, 0, 1}, {1, 1, 0}, {1, 1, 1}};

    // Each times the same deviation: 0 + 0 + 1, the same, 1 + 1 + 0.
    assertThat(DataWeights.critic(values))
        .containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-12));
  }
}
