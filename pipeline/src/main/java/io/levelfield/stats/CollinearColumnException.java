package io.levelfield.stats;

/** A regressor that is constant or a linear combination of those before it. */
public final class CollinearColumnException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int column;

  public CollinearColumnException(int column) {
    super(
        "column " + column + " is a linear combination of the constant and the columns before it");
    this.column = column;
  }

  /** The regressor's index, from 0, not counting the constant. */
  public int column() {
    return column;
  }
}
