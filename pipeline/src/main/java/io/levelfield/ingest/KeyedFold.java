package io.levelfield.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what a row's key columns stand for without making a string of them: a part has some
 * thousands of keys and millions of rows. Keys lie side by side in one array behind a hash table
 * with linear probing (Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L), because
 * rows in random order would wait for main memory at every object of a map of objects.
 *
 * @param <T> what a key stands for
 */
final class KeyedFold<T> {
  private static final char SEPARATOR = '\u001f';
  private static final int NONE = -1;

  /** Makes what a key stands for, from the first row that bears it. */
  interface Factory<T> {
    T make(FieldBuffer row);
  }

  private final int[] columns;
  private final Factory<T> factory;
  private final List<T> values = new ArrayList<>();

  /** Keys one after the other; the row's own lies behind the last of them while it is looked up. */
  private char[] keys = new char[1 << 10];

  /** Where each key begins, and where the next will. */
  private int[] starts = new int[1 << 6];

  private int[] hashes = new int[1 << 6];

  /** Numbers of keys by hash, at most half full. */
  private int[] table = emptyTable(1 << 7);

  private int last = NONE;

  /**
   * @param columns places of the key columns; absent ones are skipped
   * @param factory called once per distinct key
   */
  KeyedFold(int[] columns, Factory<T> factory) {
    this.columns = Arrays.stream(columns).filter(column -> column != Cells.ABSENT).toArray();
    this.factory = factory;
  }

  /** What the row's key stands for. */
  T of(FieldBuffer row) {
    int from = starts[values.size()];
    int to = append(row, from);
    // Most files come ordered by school, so the next row mostly has the key of the last.
    if (last == NONE || !isKey(last, from, to)) {
      last = number(row, from, to);
    }
    return values.get(last);
  }

  private int append(FieldBuffer row, int from) {
    int at = from;
    for (int column : columns) {
      int length = row.end(column) - row.start(column);
      if (at + length + 1 > keys.length) {
        keys = Arrays.copyOf(keys, 2 * (at + length + 1));
      }
      System.arraycopy(row.chars(), row.start(column), keys, at, length);
      at += length;
      keys[at++] = SEPARATOR;
    }
    return at;
  }

  private boolean isKey(int number, int from, int to) {
    return Arrays.equals(keys, starts[number], starts[number + 1], keys, from, to);
  }

  private int number(FieldBuffer row, int from, int to) {
    int hash = hash(from, to);
    int slot = slot(hash);
    while (table[slot] != NONE) {
      if (hashes[table[slot]] == hash && isKey(table[slot], from, to)) {
        return table[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(factory.make(row), hash, to);
  }

  private int add(T value, int hash, int end) {
    int number = values.size();
    values.add(value);
    if (number + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
      table = emptyTable(2 * table.length);
      for (int i = 0; i < number; i++) {
        enter(i);
      }
    }
    hashes[number] = hash;
    starts[number + 1] = end;
    enter(number);
    return number;
  }

  private void enter(int number) {
    int slot = slot(hashes[number]);
    while (table[slot] != NONE) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = number;
  }

  private int slot(int hash) {
    return hash & (table.length - 1);
  }

  private int hash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + keys[i];
    }
    // Codes that differ in one digit differ in few bits: spread them.
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private static int[] emptyTable(int slots) {
    int[] table = new int[slots];
    Arrays.fill(table, NONE);
    return table;
  }

  /** All that was made. */
  List<T> values() {
    return List.copyOf(values);
  }
}
