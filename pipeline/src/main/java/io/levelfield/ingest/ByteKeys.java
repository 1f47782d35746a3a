package io.levelfield.ingest;

import java.util.Arrays;

/**
 * Numbers of keys by the bytes of the columns that make them, as they stand in the file: what a
 * part has read in full once is told again without making characters of it. Keys lie behind a hash
 * table with linear probing (Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L) as
 * words: the number, and for each column its length and its bytes.
 */
final class ByteKeys {
  /** Stands for a key that is not known. */
  static final int NONE = -1;

  private static final int EMPTY = 0;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final int[] columns;

  /** Places of keys in words by hash, at most half full. */
  private int[] table = new int[1 << 8];

  private int keys;

  /** Keys one after the other, and the one that is looked up behind them. The first is none. */
  private long[] words = new long[1 << 10];

  private int from = 1;
  private int to;

  /**
   * @param columns places of the columns; absent ones are skipped
   */
  ByteKeys(int[] columns) {
    this.columns = Arrays.stream(columns).filter(column -> column != Cells.ABSENT).toArray();
  }

  /** The number of the row's key, {@link #NONE} where it was never entered. */
  int number(ByteRecords row) {
    int place = table[slot(row)];
    return place == EMPTY ? NONE : (int) words[place];
  }

  /** Enters the row's key. */
  void enter(ByteRecords row, int number) {
    if (2 * (keys + 1) > table.length) {
      grow();
    }
    int slot = slot(row);
    if (table[slot] == EMPTY) {
      words[from] = number;
      table[slot] = from;
      from = to;
      keys++;
    }
  }

  /** Where in the table the row's key is, or would be. */
  private int slot(ByteRecords row) {
    append(row);
    int mask = table.length - 1;
    int slot = hash(from, to) & mask;
    while (table[slot] != EMPTY && !isKey(table[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void append(ByteRecords row) {
    byte[] bytes = row.bytes();
    int at = from + 1;
    for (int column : columns) {
      int start = row.start(column);
      int length = row.end(column) - start;
      if (at + 2 + length / ByteWords.BYTES >= words.length) {
        words = Arrays.copyOf(words, 2 * words.length + length / ByteWords.BYTES);
      }
      words[at++] = length;
      for (; length >= ByteWords.BYTES; length -= ByteWords.BYTES) {
        words[at++] = ByteWords.at(bytes, start);
        start += ByteWords.BYTES;
      }
      if (length > 0) {
        words[at++] = ByteWords.first(ByteWords.at(bytes, start), length);
      }
    }
    to = at;
  }

  /** Whether the key at this place is the one looked up; their lengths tell where they end. */
  private boolean isKey(int place) {
    int offset = place - from;
    for (int i = from + 1; i < to; i++) {
      if (words[i] != words[i + offset]) {
        return false;
      }
    }
    return true;
  }

  private int hash(int begin, int end) {
    long hash = 0;
    for (int i = begin + 1; i < end; i++) {
      hash = (hash ^ words[i]) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private void grow() {
    int[] old = table;
    table = new int[2 * old.length];
    int mask = table.length - 1;
    for (int place : old) {
      if (place != EMPTY) {
        int slot = hash(place, end(place)) & mask;
        while (table[slot] != EMPTY) {
          slot = (slot + 1) & mask;
        }
        table[slot] = place;
      }
    }
  }

  private int end(int place) {
    int at = place + 1;
    for (int i = 0; i < columns.length; i++) {
      at += 1 + (int) ((words[at] + ByteWords.BYTES - 1) / ByteWords.BYTES);
    }
    return at;
  }
}
