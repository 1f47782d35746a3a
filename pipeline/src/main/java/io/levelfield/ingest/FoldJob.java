package io.levelfield.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A fold of pupil rows in parts: what one part comes to, how accumulators are merged, and how those
 * that {@link SparkFold} distributes travel between tasks.
 *
 * @param <K> key of an accumulator
 * @param <A> accumulator; merges by addition
 */
interface FoldJob<K extends Comparable<K>, A> extends Serializable {

  /** What one part comes to. */
  record Folded<K, A>(Map<K, A> accumulators, PartLog log) {}

  /**
   * Folds one part.
   *
   * @param file which of the input's files the part belongs to
   */
  Folded<K, A> fold(int file, FilePart part);

  /** Adds the second accumulator to the first. */
  A merge(A into, A other);

  /**
   * Whether what all rows come to, before it is finished, fits into the memory of one JVM however
   * many rows there are.
   */
  default boolean isSmall() {
    return false;
  }

  /** What is kept of a key's accumulator once all parts are merged. */
  default A finish(A merged) {
    return merged;
  }

  /** Writes a block of accumulators. */
  void write(Map<K, A> accumulators, DataOutput out) throws IOException;

  /** Reads a block that {@link #write} wrote, handing on each accumulator with its key. */
  void read(DataInput in, BiConsumer<K, A> each) throws IOException;
}
