package io.levelfield.draft;

import io.levelfield.ingest.TableLook;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** A column as far as it was looked at. */
final class Column {

  /** Of a column of numbers nearly all cells are: a total's row may hold words. */
  private static final double NEARLY_ALL = 0.95;

  private static final String YEAR =
      "(?:19|20)\\d\\d(?:[.,]0+)?(?:\\s?[/–-]\\s?(?:\\d\\d|\\d{4}))?(?:\\s*(?:уч.*|г.*|year))?";

  private final String name;
  private final List<String> texts;
  private final double[] numbers;
  private final Set<String> distinct = new LinkedHashSet<>();
  private int filled;

  /**
   * @param name as a study names it
   * @param texts of its cells, row by row
   */
  Column(String name, List<String> texts) {
    this.name = name;
    this.texts = List.copyOf(texts);
    numbers = new double[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      String text = texts.get(i);
      boolean missing = TableLook.missing(text);
      numbers[i] = missing ? Double.NaN : TableLook.number(text);
      if (!missing) {
        distinct.add(text);
        filled++;
      }
    }
  }

  String name() {
    return name;
  }

  List<String> texts() {
    return texts;
  }

  /** Number of a row's cell; NaN where it is none. */
  double number(int row) {
    return numbers[row];
  }

  /** Its numbers, row by row, without cells that are none. */
  DoubleStream numbers() {
    return Arrays.stream(numbers).filter(number -> !Double.isNaN(number));
  }

  /** Texts that say something, in the order in which they first stand. */
  Set<String> distinct() {
    return Collections.unmodifiableSet(distinct);
  }

  /** The part of its cells that say something, 0 to 1. */
  double filled() {
    return texts.isEmpty() ? 0 : (double) filled / texts.size();
  }

  boolean numeric() {
    return nearlyAll(numbers().count());
  }

  boolean years() {
    return nearlyAll(texts.stream().filter(text -> text.matches(YEAR)).count());
  }

  /** Whether all its numbers are of a kind; a column without numbers is of none. */
  boolean all(DoublePredicate kind) {
    return numeric() && numbers().allMatch(kind);
  }

  boolean whole() {
    return all(number -> number == Math.rint(number));
  }

  boolean within(double lowest, double highest) {
    return all(number -> number >= lowest && number <= highest);
  }

  private boolean nearlyAll(long cells) {
    return filled > 0 && cells >= NEARLY_ALL * filled;
  }

  /** The part of the texts of the column with fewer of them that both hold, 0 to 1. */
  double overlap(Column other) {
    Set<String> fewer = distinct.size() <= other.distinct.size() ? distinct : other.distinct;
    Set<String> more = fewer == distinct ? other.distinct : distinct;
    return fewer.isEmpty()
        ? 0
        : (double) fewer.stream().filter(more::contains).count() / fewer.size();
  }
}
