package io.levelfield.stats.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.stats.RandomStream;
import io.levelfield.stats.assignment.CheapestAssignment.Alternative;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheapestAssignmentTest {
  private static final int BANNED = -1;
  private static final int NOBODY = -1;

  @Test
  void leavesOutAsFewAsPossibleWhateverItCosts() {
    int[][] costs = {{0, 1000}, {0, BANNED}};

    assertThat(columns(CheapestAssignment.of(problem(costs, 1, 1)), 2)).containsExactly(1, 0);
  }

  @Test
  void aColumnTakesAsManyRowsAsItHasPlaces() {
    int[][] costs = {{1, 9}, {2, 9}, {3, 5}};

    assertThat(columns(CheapestAssignment.of(problem(costs, 2, 1)), 3)).containsExactly(0, 0, 1);
  }

  @Test
  void ofEquallyCheapOnesTheFirstRowsHaveTheFirstColumns() {
    int[][] costs = {{5, 5, 5}, {5, 5, 5}, {5, 5, BANNED}};

    assertThat(columns(CheapestAssignment.of(problem(costs, 1, 1, 1)), 3)).containsExactly(0, 2, 1);
  }

  @Test
  void whoIsLeftOutInATieIsTheLast() {
    int[][] costs = {{5}, {5}, {5}};

    assertThat(columns(CheapestAssignment.of(problem(costs, 2)), 3)).containsExactly(0, 0, -1);
  }

  @Test
  void tellsWhatAnotherColumnWouldCostTheWhole() {
    int[][] costs = {{1, 4, BANNED}, {1, 2, 3}};

    CheapestAssignment found = CheapestAssignment.of(problem(costs, 1, 1, 1));

    assertThat(columns(found, 2)).containsExactly(0, 1);
    assertThat(found.alternatives())
        .containsExactly(
            new Alternative(OptionalInt.of(1), OptionalLong.of(2)),
            new Alternative(OptionalInt.of(2), OptionalLong.of(1)));
  }

  @Test
  void thereIsNoAlternativeThatLeavesOneMoreOut() {
    int[][] costs = {{1, BANNED}, {1, 2}};

    CheapestAssignment found = CheapestAssignment.of(problem(costs, 1, 1));

    assertThat(found.alternatives())
        .containsOnly(new Alternative(OptionalInt.empty(), OptionalLong.empty()));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatThrownBy(() -> new AssignmentProblem(new int[1][], new int[2][], new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> problem(new int[][] {{1}}, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> problem(new int[][] {{500_000_000}}, 1))
        .hasMessageContaining("too large");
  }

  /** Cost, choice among ties and alternatives against trying everything. */
  @Test
  void agreesWithTryingEverything() {
    var random = RandomStream.from(11);
    for (int trial = 0; trial < 1000; trial++) {
      int rows = random.nextInt(1, 8);
      int columns = random.nextInt(1, 8);
      int[] capacities = new int[columns];
      int[][] costs = new int[rows][columns];
      int highest = random.nextInt(2, 40);
      for (int column = 0; column < columns; column++) {
        capacities[column] = random.nextInt(0, 4);
      }
      for (int[] row : costs) {
        for (int column = 0; column < columns; column++) {
          row[column] = random.nextInt(3) == 0 ? BANNED : random.nextInt(highest);
        }
      }

      CheapestAssignment found = CheapestAssignment.of(problem(costs, capacities));

      Tried best = Tried.best(costs, capacities, NOBODY);
      assertThat(columns(found, rows)).as("trial %d", trial).containsExactly(best.columns);
      Alternative[] alternatives = found.alternatives();
      for (int row = 0; row < rows; row++) {
        if (best.columns[row] >= 0) {
          assertThat(alternatives[row])
              .as("trial %d, row %d", trial, row)
              .isEqualTo(without(row, best, costs, capacities));
        }
      }
    }
  }

  private static Alternative without(int row, Tried best, int[][] costs, int[] capacities) {
    Alternative without = new Alternative(OptionalInt.empty(), OptionalLong.empty());
    for (int column = 0; column < capacities.length; column++) {
      if (column != best.columns[row] && costs[row][column] != BANNED) {
        int[][] forced = Arrays.stream(costs).map(int[]::clone).toArray(int[][]::new);
        Arrays.fill(forced[row], BANNED);
        forced[row][column] = costs[row][column];
        Tried other = Tried.best(forced, capacities, row);
        if (other.leftOut == best.leftOut
            && other.cost - best.cost < without.dearer().orElse(Long.MAX_VALUE)) {
          without =
              new Alternative(OptionalInt.of(column), OptionalLong.of(other.cost - best.cost));
        }
      }
    }
    return without;
  }

  private static int[] columns(CheapestAssignment found, int rows) {
    return IntStream.range(0, rows).map(row -> found.columnOf(row).orElse(-1)).toArray();
  }

  private static AssignmentProblem problem(int[][] costs, int... capacities) {
    int[][] columns =
        Arrays.stream(costs)
            .map(row -> IntStream.range(0, row.length).filter(c -> row[c] != BANNED).toArray())
            .toArray(int[][]::new);
    int[][] allowed =
        Arrays.stream(costs)
            .map(row -> Arrays.stream(row).filter(cost -> cost != BANNED).toArray())
            .toArray(int[][]::new);
    return new AssignmentProblem(columns, allowed, capacities);
  }

  /** All assignments in the order of their columns, being left out last; the first best counts. */
  private static final class Tried {
    private final int[][] costs;
    private final int[] free;
    private final int[] current;

    /** The row that must have a column. */
    private final int placed;

    private int[] columns = {};
    private int leftOut = Integer.MAX_VALUE;
    private long cost = Long.MAX_VALUE;

    private Tried(int[][] costs, int[] capacities, int placed) {
      this.placed = placed;
      this.costs = costs;
      this.free = capacities.clone();
      this.current = new int[costs.length];
    }

    static Tried best(int[][] costs, int[] capacities, int placed) {
      var tried = new Tried(costs, capacities, placed);
      tried.from(0, 0, 0);
      return tried;
    }

    private void from(int row, int out, long sum) {
      if (out > leftOut || (out == leftOut && sum >= cost)) {
        return;
      }
      if (row == costs.length) {
        leftOut = out;
        cost = sum;
        columns = current.clone();
        return;
      }
      for (int column = 0; column < free.length; column++) {
        if (costs[row][column] != BANNED && free[column] > 0) {
          free[column]--;
          current[row] = column;
          from(row + 1, out, sum + costs[row][column]);
          free[column]++;
        }
      }
      if (row != placed) {
        current[row] = -1;
        from(row + 1, out + 1, sum);
      }
    }
  }
}
