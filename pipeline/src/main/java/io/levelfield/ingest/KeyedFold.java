package io.levelfield.ingest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a row's key columns stand for without making a string of them: a part has a few
 * thousand keys and millions of rows.
 *
 * @param <T> what a key stands for
 */
final class KeyedFold<T> {
  private static final char SEPARATOR = '\u001f';

  /** Makes what a key stands for, from the first row that bears it. */
  interface Factory<T> {
    T make(FieldBuffer row);
  }

  /** Key characters; one instance is refilled for every row and copied only when it is new. */
  private static final class Key {
    private char[] chars;
    private int length;
    private int hash;

    Key(char[] chars, int length, int hash) {
      this.chars = chars;
      this.length = length;
      this.hash = hash;
    }

    void fill(FieldBuffer row, int[] columns) {
      length = 0;
      hash = 0;
      for (int column : columns) {
        append(row.chars(), row.start(column), row.end(column));
      }
    }

    private void append(char[] source, int from, int to) {
      if (length + to - from + 1 > chars.length) {
        chars = Arrays.copyOf(chars, 2 * (length + to - from + 1));
      }
      for (int i = from; i < to; i++) {
        chars[length++] = source[i];
        hash = 31 * hash + source[i];
      }
      chars[length++] = SEPARATOR;
      hash = 31 * hash + SEPARATOR;
    }

    Key copy() {
      return new Key(Arrays.copyOf(chars, length), length, hash);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && hash == that.hash
          && Arrays.equals(chars, 0, length, that.chars, 0, that.length);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private record Entry<T>(Key key, T value) {}

  private final int[] columns;
  private final Factory<T> factory;
  private final Map<Key, Entry<T>> entries = new LinkedHashMap<>();
  private final Key key = new Key(new char[128], 0, 0);
  private Optional<Entry<T>> last = Optional.empty();

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
    key.fill(row, columns);
    // Most files come ordered by school, so the next row mostly has the key of the last.
    if (last.isEmpty() || !key.equals(last.get().key())) {
      last = Optional.of(entry(row));
    }
    return last.get().value();
  }

  private Entry<T> entry(FieldBuffer row) {
    Entry<T> known = entries.get(key);
    if (known != null) {
      return known;
    }
    var made = new Entry<>(key.copy(), factory.make(row));
    entries.put(made.key(), made);
    return made;
  }

  /** All that was made. */
  List<T> values() {
    return entries.values().stream().map(Entry::value).toList();
  }
}
