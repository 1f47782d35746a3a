package io.levelfield.stats.assignment;

import io.levelfield.stats.assignment.CheapestAssignment.Alternative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * What becomes of the assignment if a row may not have its column: by shortest paths over columns,
 * each step a row that moves on, at the prices that prove the optimum, where no step has a negative
 * length. The path begins where the row goes and ends where there is a place: in the column it
 * left, or in one that is not full.
 */
final class AssignmentAlternatives {
  private static final long FAR = Long.MAX_VALUE;
  private static final Alternative NONE =
      new Alternative(OptionalInt.empty(), OptionalLong.empty());

  private final AssignmentPrices prices;
  private final int[] taken;

  /** Stands for the places of all columns together, after the column of those left out. */
  private final int anyPlace;

  private final List<List<Integer>> rowsOf = new ArrayList<>();

  /** {@code [column]}: from which columns a row may move there, and how far that is. */
  private final List<List<Step>> stepsTo = new ArrayList<>();

  private record Step(int from, long length) {}

  private record Reach(int column, long distance) implements Comparable<Reach> {
    @Override
    public int compareTo(Reach other) {
      return Long.compare(distance, other.distance);
    }
  }

  private AssignmentAlternatives(AssignmentPrices prices) {
    this.prices = prices;
    this.taken = prices.taken();
    this.anyPlace = taken.length;
    for (int column = 0; column < taken.length; column++) {
      rowsOf.add(new ArrayList<>());
      stepsTo.add(new ArrayList<>());
    }
    for (int row = 0; row < prices.columnOfRow.length; row++) {
      rowsOf.get(prices.columnOfRow[row]).add(row);
    }
    for (int column = 0; column < taken.length; column++) {
      addStepsFrom(column);
    }
  }

  /** Of a column's rows the one moves on that is the cheapest to move. */
  private void addStepsFrom(int column) {
    long[] shortest = new long[taken.length];
    Arrays.fill(shortest, FAR);
    for (int row : rowsOf.get(column)) {
      for (int choice = 0; choice < prices.choices(row); choice++) {
        int next = prices.column(row, choice);
        shortest[next] = Math.min(shortest[next], prices.beyondCheapest(row, choice));
      }
    }
    for (int next = 0; next < shortest.length; next++) {
      if (next != column && shortest[next] != FAR) {
        stepsTo.get(next).add(new Step(column, shortest[next]));
      }
    }
  }

  /** The best for each row without its own column; nothing for rows that are left out. */
  static Alternative[] of(AssignmentPrices prices) {
    var alternatives = new AssignmentAlternatives(prices);
    Alternative[] found = new Alternative[prices.columnOfRow.length];
    Arrays.fill(found, NONE);
    for (int column = 0; column < prices.leftOut(); column++) {
      alternatives.without(column, found);
    }
    return found;
  }

  /** Searches backwards from the place that is free once the column has been left. */
  private void without(int left, Alternative[] found) {
    List<Integer> rows = rowsOf.get(left);
    if (rows.isEmpty()) {
      return;
    }
    long[][] beyond = rows.stream().map(this::beyondCheapest).toArray(long[][]::new);
    long[] distance = new long[taken.length + 1];
    Arrays.fill(distance, FAR);
    PriorityQueue<Reach> queue = new PriorityQueue<>();
    reach(left, 0, distance, queue);
    while (!queue.isEmpty() && mayBeBetter(queue.peek().distance(), rows, found)) {
      Reach nearest = queue.remove();
      int column = nearest.column();
      if (nearest.distance() > distance[column]) {
        continue; // a nearer way there was found since
      }
      if (column == anyPlace) {
        reachSpare(nearest.distance(), distance, queue);
        continue;
      }
      for (int i = 0; i < rows.size(); i++) {
        if (column != left && beyond[i][column] != FAR) {
          offer(column, beyond[i][column] + nearest.distance(), rows.get(i), found);
        }
      }
      for (Step step : stepsTo.get(column)) {
        reach(step.from(), nearest.distance() + step.length(), distance, queue);
      }
      if (taken[column] > 0) {
        reach(anyPlace, nearest.distance() + prices.place(column), distance, queue);
      }
    }
  }

  /** A column that is not full may take one more for one that another column then has less. */
  private void reachSpare(long far, long[] distance, PriorityQueue<Reach> queue) {
    for (int column = 0; column < prices.leftOut(); column++) {
      if (taken[column] < prices.capacity(column)) {
        reach(column, far - prices.place(column), distance, queue);
      }
    }
  }

  /** By column; the row may not be left out. */
  private long[] beyondCheapest(int row) {
    long[] beyond = new long[taken.length];
    Arrays.fill(beyond, FAR);
    for (int choice = 0; choice < prices.choices(row) - 1; choice++) {
      beyond[prices.column(row, choice)] = prices.beyondCheapest(row, choice);
    }
    return beyond;
  }

  private static boolean mayBeBetter(long distance, List<Integer> rows, Alternative[] found) {
    return rows.stream().anyMatch(row -> distance <= found[row].dearer().orElse(FAR));
  }

  /** Of equally cheap columns the first counts. */
  private static void offer(int column, long dearer, int row, Alternative[] found) {
    long best = found[row].dearer().orElse(FAR);
    if (dearer < best || (dearer == best && column < found[row].column().orElseThrow())) {
      found[row] = new Alternative(OptionalInt.of(column), OptionalLong.of(dearer));
    }
  }

  private static void reach(int column, long far, long[] distance, PriorityQueue<Reach> queue) {
    if (far < distance[column]) {
      distance[column] = far;
      queue.add(new Reach(column, far));
    }
  }
}
