package io.levelfield.stats.assignment;

/**
 * Rows to be assigned to columns: which columns a row may have, what each costs, and how many rows
 * a column takes. Costs are whole numbers, so that sums are exact and ties are ties.
 */
public final class AssignmentProblem {
  private final int[][] columns;
  private final int[][] costs;
  private final int[] capacities;
  private final int leftOut;

  /**
   * @param columns {@code [row]}: the columns it may have, ascending
   * @param costs {@code [row]}: their costs, 0 or more, in the same order
   * @param capacities {@code [column]}: rows it takes at most, 0 or more
   * @throws IllegalArgumentException if rows and costs do not fit together, or costs are too large
   *     for sums to stay exact
   */
  public AssignmentProblem(int[][] columns, int[][] costs, int[] capacities) {
    if (columns.length != costs.length) {
      throw new IllegalArgumentException(columns.length + " rows, costs of " + costs.length);
    }
    for (int capacity : capacities) {
      if (capacity < 0) {
        throw new IllegalArgumentException("a column takes " + capacity + " rows");
      }
    }
    this.columns = columns;
    this.costs = costs;
    this.capacities = capacities;
    this.leftOut = 1 + chain(dearest());
  }

  private int dearest() {
    int dearest = 0;
    for (int row = 0; row < columns.length; row++) {
      if (columns[row].length != costs[row].length) {
        throw new IllegalArgumentException("row " + row + ": columns and costs differ in number");
      }
      for (int i = 0; i < columns[row].length; i++) {
        boolean ascending = i == 0 || columns[row][i] > columns[row][i - 1];
        if (!ascending || columns[row][i] >= capacities.length || costs[row][i] < 0) {
          throw new IllegalArgumentException("row " + row + ", column " + columns[row][i]);
        }
        dearest = Math.max(dearest, costs[row][i]);
      }
    }
    return dearest;
  }

  /** The most that one row more can cost those already assigned: each column changes once. */
  private int chain(int dearest) {
    long most = (long) dearest * (1 + Math.min(columns.length, capacities.length));
    if (most >= AssignmentFlow.DEAREST / 2) {
      throw new IllegalArgumentException("costs up to " + dearest + " are too large");
    }
    return (int) most;
  }

  int rows() {
    return columns.length;
  }

  int columns() {
    return capacities.length;
  }

  int capacity(int column) {
    return capacities[column];
  }

  /** Columns the row may have, ascending. */
  int[] columnsOf(int row) {
    return columns[row];
  }

  /** Their costs. */
  int[] costsOf(int row) {
    return costs[row];
  }

  /** What it costs to leave a row out: more than all that its place could save. */
  int leftOut() {
    return leftOut;
  }
}
