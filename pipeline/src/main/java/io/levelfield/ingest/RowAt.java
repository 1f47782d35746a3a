package io.levelfield.ingest;

import java.io.Serializable;

/**
 * Where a row stands.
 *
 * @param file which of the input's files
 * @param line the line it begins on
 */
record RowAt(int file, long line) implements Serializable, Comparable<RowAt> {
  @Override
  public int compareTo(RowAt other) {
    int byFile = Integer.compare(file, other.file);
    return byFile != 0 ? byFile : Long.compare(line, other.line);
  }
}
