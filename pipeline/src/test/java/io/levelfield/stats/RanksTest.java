package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double[] VALUES = {30, 10, 20, 20};

  @Test
  void givesTheLowestRankOneAndTiesTheirMean() {
    assertThat(Ranks.ascending(VALUES)).containsExactly(4, 1, 2.5, 2.5);
  }

  @Test
  void givesTheHighestRankOne() {
    assertThat(Ranks.descending(VALUES)).containsExactly(1, 4, 2.5, 2.5);
  }
}
