package io.levelfield.ingest;

import java.io.Serializable;

/** Is told how much of the files was read, wherever it was; a buffer at a time, not a row. */
@FunctionalInterface
interface ReadTally extends Serializable {
  /** Of files that nobody waits for. */
  ReadTally NONE = (bytes, rows) -> {};

  /**
   * Adds what was read since the last time.
   *
   * @param bytes of text
   * @param rows may be negative, as a line turns out to be none when it was counted
   */
  void add(long bytes, long rows);
}
