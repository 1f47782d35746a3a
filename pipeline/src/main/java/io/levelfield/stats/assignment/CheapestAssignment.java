package io.levelfield.stats.assignment;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The cheapest assignment among those that leave out the fewest rows; of equally cheap ones that
 * which gives the first rows the first columns.
 */
public final class CheapestAssignment {
  private final AssignmentPrices prices;

  private CheapestAssignment(AssignmentPrices prices) {
    this.prices = prices;
  }

  /**
   * The best without a row's own column.
   *
   * @param column the row has then; absent where the row or another one would be left out
   * @param dearer by how much all costs together are higher, 0 or more; absent likewise
   */
  public record Alternative(OptionalInt column, OptionalLong dearer) {}

  /** Solves a problem. */
  public static CheapestAssignment of(AssignmentProblem problem) {
    AssignmentPrices found = AssignmentFlow.of(problem);
    return new CheapestAssignment(found.with(AssignmentTies.settle(found)));
  }

  /** The row's column; absent where it is left out. */
  public OptionalInt columnOf(int row) {
    int column = prices.columnOfRow[row];
    return column == prices.leftOut() ? OptionalInt.empty() : OptionalInt.of(column);
  }

  /**
   * What becomes of each row if it may not have its column, everything else arranged anew.
   *
   * @return {@code [row]}; empty for rows that are left out
   */
  public Alternative[] alternatives() {
    return AssignmentAlternatives.of(prices);
  }
}
