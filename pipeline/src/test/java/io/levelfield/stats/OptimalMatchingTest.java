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
  void findsTheCheapestOfAllMatchings() {
    var random = RandomStream.from(5);
    for (int trial = 0; trial < 200; trial++) {
      int rows = random.nextInt(1, 7);
      int columns = random.nextInt(rows, 8);
      double[][] costs = new double[rows][columns];
      for (double[] row : costs) {
        for (int j = 0; j < columns; j++) {
          row[j] = random.nextInt(20);
        }
      }

      int[] matching = OptimalMatching.of(costs);

      double cost = 0;
      for (int i = 0; i < rows; i++) {
        cost += costs[i][matching[i]];
      }
      assertThat(matching).doesNotHaveDuplicates();
      assertThat(cost).isEqualTo(cheapest(costs, 0, new boolean[columns]));
    }
  }

  private static double cheapest(double[][] costs, int row, boolean[] taken) {
    if (row == costs.length) {
      return 0;
    }
    double lowest = Double.POSITIVE_INFINITY;
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        lowest = Math.min(lowest, costs[row][column] + cheapest(costs, row + 1, taken));
        taken[column] = false;
      }
    }
    return lowest;
  }

  @Test
  void refusesMoreRowsThanColumns() {
    assertThatThrownBy(() -> OptimalMatching.of(new double[][] {{1}, {2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 rows for 1 columns");
  }
}
