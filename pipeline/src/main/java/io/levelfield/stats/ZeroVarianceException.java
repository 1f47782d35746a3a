package io.levelfield.stats;

/** A column whose values are all equal, where a spread is needed. */
public final class ZeroVarianceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int column;

  public ZeroVarianceException(int column) {
    super("all values of column " + column + " are equal");
    this.column = column;
  }

  /** The column's index, from 0. */
  public int column() {
    return column;
  }
}
