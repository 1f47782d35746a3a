package io.levelfield.ingest;

import java.util.Arrays;

/**
 * Numbers of keys by the bytes of the columns that make them, as they stand in the file: what a
 * part has read in full once is told again without making characters of it. Keys lie behind a hash
 * table with linear probing (Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L) as
 * words: the number, and for each span of columns that stand side by side a word with its length
 * and the bytes that do not fill a word, before those that do.
 */
final class ByteKeys {
  /** Stands for a key that is not known. */
  static final int NONE = -1;

  private static final int EMPTY = 0;

  /** Longer spans are no keys: a byte holds the length. */
  private static final int LONGEST = 255;

  private static final int LENGTH_AT = Long.SIZE - Byte.SIZE;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** A key that is a number of so many digits, such as a school's code mostly is, is its place. */
  private static final int MOST_DIGITS = 6;

  /** The first and the last column of each span. */
  private final int[] firsts;

  private final int[] lasts;

  /** Numbers of keys that are numbers, by their digits and value; one more, so that 0 is none. */
  private final int[][] byDigits = new int[MOST_DIGITS + 1][0];

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
    int[] places =
        Arrays.stream(columns).filter(column -> column != Cells.ABSENT).sorted().toArray();
    firsts = ends(places, -1);
    lasts = ends(places, 1);
  }

  /** Those of some places whose neighbour on one side is none of them. */
  private static int[] ends(int[] places, int side) {
    return Arrays.stream(places)
        .filter(place -> Arrays.binarySearch(places, place + side) < 0)
        .distinct()
        .toArray();
  }

  /** The number of the row's key, {@link #NONE} where it was never entered. */
  int number(ByteRecords row) {
    int value = value(row);
    if (value >= 0) {
      int[] numbers = byDigits[digits(row)];
      return value < numbers.length ? numbers[value] - 1 : NONE;
    }
    if (!append(row)) {
      return NONE;
    }
    int place = table[slot()];
    return place == EMPTY ? NONE : (int) words[place];
  }

  /** Enters the row's key, if it is short enough to be one. */
  void enter(ByteRecords row, int number) {
    int value = value(row);
    if (value >= 0) {
      int digits = digits(row);
      if (value >= byDigits[digits].length) {
        byDigits[digits] = Arrays.copyOf(byDigits[digits], 2 * value + 1);
      }
      byDigits[digits][value] = number + 1;
      return;
    }
    if (!append(row)) {
      return;
    }
    if (2 * (keys + 1) > table.length) {
      grow();
    }
    int slot = slot();
    if (table[slot] == EMPTY) {
      words[from] = number;
      table[slot] = from;
      from = to;
      keys++;
    }
  }

  /** The number that the row's key is, -1 where it is none, or too long a one. */
  private int value(ByteRecords row) {
    if (firsts.length != 1) {
      return -1;
    }
    int digits = digits(row);
    return digits == 0 || digits > MOST_DIGITS
        ? -1
        : ByteWords.number(ByteWords.at(row.bytes(), row.start(firsts[0])), digits);
  }

  private int digits(ByteRecords row) {
    return row.end(lasts[0]) - row.start(firsts[0]);
  }

  /** Where in the table the appended key is, or would be. */
  private int slot() {
    int mask = table.length - 1;
    int slot = hash(from, to) & mask;
    while (table[slot] != EMPTY && !isKey(table[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Puts the row's key behind the others; false if it is too long. */
  private boolean append(ByteRecords row) {
    byte[] bytes = row.bytes();
    int at = from + 1;
    for (int span = 0; span < firsts.length; span++) {
      int start = row.start(firsts[span]);
      int length = row.end(lasts[span]) - start;
      if (length > LONGEST) {
        return false;
      }
      if (at + 1 + LONGEST / ByteWords.BYTES >= words.length) {
        words = Arrays.copyOf(words, 2 * words.length);
      }
      int whole = length / ByteWords.BYTES;
      int end = start + whole * ByteWords.BYTES;
      long rest = ByteWords.first(ByteWords.at(bytes, end), length % ByteWords.BYTES);
      words[at++] = rest | (long) length << LENGTH_AT;
      for (; start < end; start += ByteWords.BYTES) {
        words[at++] = ByteWords.at(bytes, start);
      }
    }
    to = at;
    return true;
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
    for (int span = 0; span < firsts.length; span++) {
      at += 1 + (int) (words[at] >>> LENGTH_AT) / ByteWords.BYTES;
    }
    return at;
  }
}
