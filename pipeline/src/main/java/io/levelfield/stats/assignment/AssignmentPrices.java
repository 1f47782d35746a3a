package io.levelfield.stats.assignment;

/**
 * A cheapest assignment with the prices that prove it: no row has a column that costs it less,
 * price of a place included, and only full columns have a price above 0.
 */
final class AssignmentPrices {
  final AssignmentProblem problem;

  /** {@code [row]}; the number of columns stands for being left out. */
  final int[] columnOfRow;

  private final long[] ofRow;
  private final long[] ofColumn;

  AssignmentPrices(AssignmentProblem problem, int[] columnOfRow, long[] ofRow, long[] ofColumn) {
    this.problem = problem;
    this.columnOfRow = columnOfRow;
    this.ofRow = ofRow;
    this.ofColumn = ofColumn;
  }

  /** The same prices with another assignment that they prove. */
  AssignmentPrices with(int[] others) {
    return new AssignmentPrices(problem, others, ofRow, ofColumn);
  }

  /** The column that stands for being left out, after the last one. */
  int leftOut() {
    return problem.columns();
  }

  /** Choices of a row: its columns and being left out. */
  int choices(int row) {
    return problem.columnsOf(row).length + 1;
  }

  int column(int row, int choice) {
    int[] columns = problem.columnsOf(row);
    return choice < columns.length ? columns[choice] : leftOut();
  }

  int cost(int row, int choice) {
    int[] costs = problem.costsOf(row);
    return choice < costs.length ? costs[choice] : problem.leftOut();
  }

  /** What the choice costs beyond the row's cheapest at these prices; 0 or more. */
  long beyondCheapest(int row, int choice) {
    return cost(row, choice) + ofColumn[column(row, choice)] - ofRow[row];
  }

  /** Price of a place: above 0 only where the column is full, below 0 only where it is empty. */
  long place(int column) {
    return ofColumn[column];
  }

  /** Rows that each column has; those left out stand last. */
  int[] taken() {
    int[] taken = new int[problem.columns() + 1];
    for (int column : columnOfRow) {
      taken[column]++;
    }
    return taken;
  }

  int capacity(int column) {
    return column == leftOut() ? problem.rows() : problem.capacity(column);
  }
}
