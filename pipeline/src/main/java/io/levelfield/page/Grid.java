package io.levelfield.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of texts.
 *
 * @param caption what it tells
 * @param heads of its columns
 * @param rows as long as the heads
 */
public record Grid(String caption, List<Head> heads, List<List<String>> rows) {

  /**
   * A column's head.
   *
   * @param figures whether it holds numbers, which stand to the right
   */
  public record Head(String text, boolean figures) {}

  public Grid {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != heads.size()) {
        throw new IllegalArgumentException(row.size() + " cells below " + heads.size() + " heads");
      }
    }
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Heads from the bundle {@code page}; those of columns of numbers begin with a number sign. */
  static Builder of(Words words, String caption, String... heads) {
    List<Head> told =
        Stream.of(heads)
            .map(
                head ->
                    head.startsWith("#")
                        ? new Head(words.get("head." + head.substring(1)), true)
                        : new Head(words.get("head." + head), false))
            .toList();
    return new Builder(words.get(caption), told);
  }

  /** Collects rows. */
  static final class Builder {
    private final String caption;
    private final List<Head> heads;
    private final List<List<String>> rows = new ArrayList<>();

    private Builder(String caption, List<Head> heads) {
      this.caption = caption;
      this.heads = heads;
    }

    Builder row(String... cells) {
      rows.add(List.of(cells));
      return this;
    }

    Grid grid() {
      return new Grid(caption, heads, rows);
    }
  }
}
