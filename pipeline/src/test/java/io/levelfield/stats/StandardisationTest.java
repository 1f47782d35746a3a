package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardisationTest {
  private static final double[][] ROWS = {{1, 100}, {2, 300}, {3, 200}};

  @Test
  void usesTheSampleStandardDeviation() {
    var scaling = Standardisation.of(ROWS);

    assertThat(scaling.mean(1)).isEqualTo(200);
    assertThat(scaling.sd(1)).isEqualTo(100);
    assertThat(scaling.standardise(ROWS)).isDeepEqualTo(new double[][] {{-1, -1}, {0, 1}, {1, 0}});
  }

  @Test
  void goesBackToUnits() {
    var scaling = Standardisation.of(ROWS);

    assertThat(scaling.inUnits(scaling.standardise(ROWS[1])))
        .containsExactly(ROWS[1], within(1e-12));
  }

  @Test
  void namesAColumnWithoutVarianceEvenIfRoundingBlursIt() {
    double[][] rows = {{1, 0.1}, {2, 0.1}, {3, 0.1}, {4, 0.1}, {5, 0.1}, {6, 0.1}, {7, 0.1}};

    assertThatThrownBy(() -> Standardisation.of(rows))
        .isInstanceOfSatisfying(
            ZeroVarianceException.class, e -> assertThat(e.column()).isEqualTo(1));
  }
}
