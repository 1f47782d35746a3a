package io.levelfield.ingest;

import java.io.Serializable;

/**
 * A cell of a sheet.
 *
 * @param row from 1
 * @param column from 0
 */
record SheetCell(long row, int column) implements Serializable {
  private static final int LETTERS = 26;

  /** As spreadsheets name it, e.g. {@code G12}. */
  @Override
  public String toString() {
    var letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / LETTERS - 1) {
      letters.insert(0, (char) ('A' + left % LETTERS));
    }
    return letters.toString() + row;
  }
}
