package io.levelfield.stats;

/**
 * Matches each row of a small cost matrix with a column of its own so that the sum of costs is the
 * least, by trying every matching.
 */
public final class OptimalMatching {
  /** Beyond this many rows trying every matching would take too long. */
  public static final int MOST_ROWS = 8;

  private final double[][] costs;
  private final int[] current;
  private final boolean[] taken;
  private int[] best;
  private double lowest = Double.POSITIVE_INFINITY;

  private OptimalMatching(double[][] costs) {
    this.costs = costs;
    this.current = new int[costs.length];
    this.best = new int[costs.length];
    this.taken = new boolean[costs.length == 0 ? 0 : costs[0].length];
  }

  /**
   * The cheapest matching; of equally cheap ones that which gives the first rows the first columns.
   *
   * @param costs {@code [row][column]}, finite, at most {@link #MOST_ROWS} rows and as many columns
   *     or more
   * @return the column of each row
   * @throws IllegalArgumentException if there are too many rows, or more rows than columns
   */
  public static int[] of(double[][] costs) {
    if (costs.length > MOST_ROWS) {
      throw new IllegalArgumentException(costs.length + " rows, at most " + MOST_ROWS);
    }
    if (costs.length > 0 && costs[0].length < costs.length) {
      throw new IllegalArgumentException(
          costs.length + " rows for " + costs[0].length + " columns");
    }
    var matching = new OptimalMatching(costs);
    matching.extend(0, 0);
    return matching.best;
  }

  private void extend(int row, double cost) {
    if (row == costs.length) {
      if (cost < lowest) {
        lowest = cost;
        best = current.clone();
      }
      return;
    }
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        current[row] = column;
        extend(row + 1, cost + costs[row][column]);
        taken[column] = false;
      }
    }
  }
}
