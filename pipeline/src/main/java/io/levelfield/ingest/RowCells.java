package io.levelfield.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cells of one row that are read each by itself: one that cannot be read costs the row only if it
 * has no other.
 */
final class RowCells {
  private final List<BadCell> bad = new ArrayList<>();

  /** Reads a cell. */
  @FunctionalInterface
  interface Reading {
    void read() throws BadCell;
  }

  void read(Reading cell) {
    try {
      cell.read();
    } catch (BadCell e) {
      bad.add(e);
    }
  }

  /**
   * Tells of the cells that could not be read.
   *
   * @param some whether any cell could
   * @throws BadCell the first that could not be read, where that leaves nothing of the row
   */
  void settle(boolean some, Consumer<BadCell> lost) throws BadCell {
    if (!some && !bad.isEmpty()) {
      bad.subList(1, bad.size()).forEach(lost);
      throw bad.get(0);
    }
    bad.forEach(lost);
  }
}
