package io.levelfield.ingest;

import java.io.Serializable;

/**
 * Where a row stands.
 *
 * @param file which of the input's files
 * @param line the line it begins on
 * @param result which of the results of a wide row; 0 where a row is one result
 */
record RowAt(int file, long line, int result) implements Serializable, Comparable<RowAt> {
  @Override
  public int compareTo(RowAt other) {
    int byFile = Integer.compare(file, other.file);
    int byLine = byFile != 0 ? byFile : Long.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(result, other.result);
  }
}
