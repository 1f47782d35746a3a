package io.levelfield.stats.assignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses among equally cheap assignments: the first row has the first column it has in any of
 * them, then the second row, and so on. So the choice hangs on the order of rows and columns alone,
 * never on how the cheapest was found.
 */
final class AssignmentTies {
  private static final int NONE = -1;

  private final AssignmentPrices prices;
  private final int[] columnOfRow;
  private final int[] taken;
  private final List<List<Integer>> rowsOf = new ArrayList<>();

  private AssignmentTies(AssignmentPrices prices) {
    this.prices = prices;
    this.columnOfRow = prices.columnOfRow.clone();
    this.taken = prices.taken();
    for (int column = 0; column <= prices.leftOut(); column++) {
      rowsOf.add(new ArrayList<>());
    }
    for (int row = 0; row < columnOfRow.length; row++) {
      rowsOf.get(columnOfRow[row]).add(row);
    }
  }

  /** The column of each row in the assignment chosen. */
  static int[] settle(AssignmentPrices prices) {
    var ties = new AssignmentTies(prices);
    for (int row = 0; row < ties.columnOfRow.length; row++) {
      ties.settle(row);
    }
    return ties.columnOfRow;
  }

  private void settle(int row) {
    for (int choice = 0; choice < prices.choices(row); choice++) {
      int column = prices.column(row, choice);
      if (column >= columnOfRow[row]) {
        return;
      }
      if (costsNothing(row, choice) && moves(row, column)) {
        return;
      }
    }
  }

  /** Whether the choice is that of some cheapest assignment. */
  private boolean costsNothing(int row, int choice) {
    return prices.beyondCheapest(row, choice) == 0 && prices.place(prices.column(row, choice)) >= 0;
  }

  /** Moves the row to the column, and later rows on until nobody is too many, if that can be. */
  private boolean moves(int row, int column) {
    int left = columnOfRow[row];
    int[] cameFrom = new int[taken.length];
    int[] mover = new int[taken.length];
    Arrays.fill(cameFrom, NONE);
    Arrays.fill(mover, NONE);
    cameFrom[column] = column;
    Deque<Integer> open = new ArrayDeque<>(List.of(column));
    boolean spared = false;
    while (!open.isEmpty() && cameFrom[left] == NONE) {
      int place = open.remove();
      for (int other : rowsOf.get(place)) {
        for (int choice = 0; other > row && choice < prices.choices(other); choice++) {
          int next = prices.column(other, choice);
          if (cameFrom[next] == NONE && costsNothing(other, choice)) {
            cameFrom[next] = place;
            mover[next] = other;
            open.add(next);
          }
        }
      }
      if (!spared && spare(place)) {
        spared = true; // a second one would reach the same
        mayLoseOne()
            .filter(next -> cameFrom[next] == NONE)
            .forEach(
                next -> {
                  cameFrom[next] = place;
                  open.add(next);
                });
      }
    }
    if (cameFrom[left] == NONE) {
      return false;
    }
    for (int place = left; place != column; place = cameFrom[place]) {
      if (mover[place] != NONE) {
        put(mover[place], place);
      }
    }
    put(row, column);
    return true;
  }

  /** Columns whose places are worth nothing, so that one of them may be empty. */
  private IntStream mayLoseOne() {
    return IntStream.range(0, taken.length)
        .filter(column -> taken[column] > 0 && prices.place(column) == 0);
  }

  private boolean spare(int column) {
    return taken[column] < prices.capacity(column) && prices.place(column) == 0;
  }

  private void put(int row, int column) {
    rowsOf.get(columnOfRow[row]).remove((Integer) row);
    taken[columnOfRow[row]]--;
    columnOfRow[row] = column;
    rowsOf.get(column).add(row);
    taken[column]++;
  }
}
