package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedRandIndexTest {

  @Test
  void isOneForTheSameGroupsUnderOtherNumbers() {
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 2}, new int[] {5, 5, -1, 0})).isEqualTo(1);
  }

  @Test
  void countsPairsBeyondChance() {
    // Of 15 pairs 1 is together in both, 3 in a and 4 in b: 12/15 by chance, 7/2 at most.
    int[] a = {0, 0, 0, 1, 2, 3};
    int[] b = {0, 0, 1, 1, 1, 2};

    assertThat(AdjustedRandIndex.of(a, b)).isCloseTo((1 - 0.8) / (3.5 - 0.8), within(1e-12));
  }

  @Test
  void isOneIfBothAreASingleGroup() {
    assertThat(AdjustedRandIndex.of(new int[] {1, 1, 1}, new int[] {2, 2, 2})).isEqualTo(1);
  }
}
