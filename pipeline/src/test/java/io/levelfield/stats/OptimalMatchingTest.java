package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptimalMatchingTest {

  @Test
  void minimisesTheSumNotEachRow() {
    double[][] costs = {{1, 2, 9}, {1, 9, 9}, {9, 9, 3}};

    assertThat(OptimalMatching.of(costs)).containsExactly(1, 0, 2);
  }

  @Test
  void leavesColumnsOverWhenThereAreMoreOfThem() {
    assertThat(OptimalMatching.of(new double[][] {{5, 4, 3}, {9, 9, 1}})).containsExactly(1, 2);
  }

  @Test
  void givesTheFirstRowsTheFirstColumnsInATie() {
    assertThat(OptimalMatching.of(new double[][] {{1, 1}, {1, 1}})).containsExactly(0, 1);
  }

  @Test
  void refusesMoreRowsThanColumns() {
    assertThatThrownBy(() -> OptimalMatching.of(new double[][] {{1}, {2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 rows for 1 columns");
  }
}
