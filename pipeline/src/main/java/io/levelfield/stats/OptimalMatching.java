package io.levelfield.stats;

import java.util.Arrays;

/**
 * Matches each row of a cost matrix with a column of its own so that the sum of costs is the least,
 * by shortest augmenting paths.
 *
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker, Volgenant (1987). A shortest augmenting
 *     path algorithm for dense and sparse linear assignment problems. Computing 38, 325-340</a>
 */
public final class OptimalMatching {
  private static final int NONE = -1;

  private final double[][] costs;
  private final int columns;

  /** What is already charged to each row and column, so that no reduced cost is negative. */
  private final double[] rowPrice;

  private final double[] columnPrice;
  private final int[] rowOfColumn;

  private OptimalMatching(double[][] costs) {
    this.costs = costs;
    this.columns = costs.length == 0 ? 0 : costs[0].length;
    this.rowPrice = new double[costs.length];
    this.columnPrice = new double[columns];
    this.rowOfColumn = new int[columns];
    Arrays.fill(rowOfColumn, NONE);
  }

  /**
   * The cheapest matching; of equally cheap ones always the same.
   *
   * @param costs {@code [row][column]}, finite, as many columns as rows or more
   * @return the column of each row
   * @throws IllegalArgumentException if there are more rows than columns
   */
  public static int[] of(double[][] costs) {
    if (costs.length > 0 && costs[0].length < costs.length) {
      throw new IllegalArgumentException(
          costs.length + " rows for " + costs[0].length + " columns");
    }
    var matching = new OptimalMatching(costs);
    for (int row = 0; row < costs.length; row++) {
      matching.place(row);
    }
    int[] columnOfRow = new int[costs.length];
    for (int column = 0; column < matching.columns; column++) {
      if (matching.rowOfColumn[column] != NONE) {
        columnOfRow[matching.rowOfColumn[column]] = column;
      }
    }
    return columnOfRow;
  }

  /** Finds the shortest way from a new row to a free column and shifts the rows along it. */
  private void place(int newRow) {
    double[] distance = new double[columns];
    int[] previous = new int[columns];
    boolean[] reached = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int row = newRow;
    int column = NONE;
    double length = 0;
    do {
      int nearest = NONE;
      for (int j = 0; j < columns; j++) {
        if (reached[j]) {
          continue;
        }
        double through = length + costs[row][j] - rowPrice[row] - columnPrice[j];
        if (through < distance[j]) {
          distance[j] = through;
          previous[j] = column;
        }
        if (nearest == NONE || distance[j] < distance[nearest]) {
          nearest = j;
        }
      }
      column = nearest;
      length = distance[column];
      reached[column] = true;
      row = rowOfColumn[column];
    } while (row != NONE);
    charge(newRow, reached, distance, length);
    while (column != NONE) {
      int before = previous[column];
      rowOfColumn[column] = before == NONE ? newRow : rowOfColumn[before];
      column = before;
    }
  }

  private void charge(int newRow, boolean[] reached, double[] distance, double length) {
    rowPrice[newRow] += length;
    for (int j = 0; j < columns; j++) {
      if (reached[j] && rowOfColumn[j] != NONE) {
        rowPrice[rowOfColumn[j]] += length - distance[j];
        columnPrice[j] -= length - distance[j];
      }
    }
  }
}
