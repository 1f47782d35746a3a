package io.levelfield.ingest;

import io.levelfield.ingest.HeaderLine.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the heading of a table of which no column is known yet: it is the widest line of words. */
final class HeaderGuess {
  /** What a heading must at least fill of the table's width, as a name may stand over several. */
  private static final double FILLED = 0.5;

  private HeaderGuess() {}

  /**
   * The heading.
   *
   * @param records the table begins with, at least one
   */
  static HeaderLine in(List<Line> records) {
    int width = records.stream().mapToInt(HeaderGuess::filled).max().orElse(0);
    int at = 0;
    for (int i = 0; i < records.size(); i++) {
      if (isHeading(records.get(i), width)) {
        at = i;
        break;
      }
    }
    Line line = records.get(at);
    List<String> alone = unique(names(line));
    OptionalInt place = OptionalInt.of(Math.toIntExact(line.line()));
    if (isUpperHalf(records, at, width)) {
      HeaderLine lower = HeaderLine.find(records, joined(line, records.get(at + 1)), place).get();
      if (lower.joined()) {
        return lower;
      }
    }
    return HeaderLine.find(records, alone, place).orElseThrow();
  }

  /** Names by which the columns can be told apart; a column without a name has an empty one. */
  static List<String> unique(List<String> names) {
    Set<String> repeated = new HashSet<>();
    Set<String> seen = new HashSet<>();
    names.forEach(
        name -> {
          if (!seen.add(name)) {
            repeated.add(name);
          }
        });
    Map<String, Integer> times = new HashMap<>();
    return names.stream()
        .map(
            name ->
                name.isEmpty() || !repeated.contains(name)
                    ? name
                    : name + "#" + times.merge(name, 1, Integer::sum))
        .toList();
  }

  /**
   * How well a text is cut by a delimiter.
   *
   * @param even records as wide as the heading, of all
   * @param columns of the heading: decimal commas may cut every line evenly, but seldom finely
   */
  record Fit(double even, int columns) implements Comparable<Fit> {
    private static final Comparator<Fit> BETTER =
        Comparator.comparingDouble(Fit::even).thenComparingInt(Fit::columns);

    /** No table at all. */
    static final Fit NONE = new Fit(0, 0);

    @Override
    public int compareTo(Fit other) {
      return BETTER.compare(this, other);
    }
  }

  /** How well these records are cut. */
  static Fit fit(List<Line> records) {
    if (records.isEmpty()) {
      return Fit.NONE;
    }
    HeaderLine header = in(records);
    int columns = header.names().size();
    if (columns < 2) {
      return Fit.NONE;
    }
    long even = records.stream().filter(record -> record.fields().size() == columns).count();
    return new Fit((double) even / records.size(), columns);
  }

  private static List<String> names(Line line) {
    return line.fields().stream().map(Spelling::evenly).toList();
  }

  private static int filled(Line line) {
    return (int) line.fields().stream().filter(field -> !field.isBlank()).count();
  }

  private static boolean isHeading(Line line, int width) {
    long words = line.fields().stream().filter(HeaderGuess::isWord).count();
    int filled = filled(line);
    return filled >= Math.max(2, width * FILLED) && words * 2 >= filled;
  }

  private static boolean isWord(String field) {
    return !field.isBlank() && Double.isNaN(TableLook.number(field));
  }

  /** Whether names are split over this line and the next: what one lacks the other has. */
  private static boolean isUpperHalf(List<Line> records, int at, int width) {
    Line upper = records.get(at);
    if (filled(upper) >= width || at + 2 >= records.size()) {
      return false;
    }
    List<String> lower = records.get(at + 1).fields();
    boolean words =
        lower.stream().allMatch(field -> field.isBlank() || isWord(field))
            || isUnderSpans(lower, upper.fields());
    boolean covered = lower.stream().anyMatch(field -> !field.isBlank());
    for (int i = 0; i < Math.max(upper.fields().size(), lower.size()) && covered; i++) {
      covered = !field(upper.fields(), i).isBlank() || !field(lower, i).isBlank();
    }
    return words && covered;
  }

  /** Whether a line has cells only below names that stand over several, such as marks by number. */
  private static boolean isUnderSpans(List<String> lower, List<String> upper) {
    int width = Math.max(lower.size(), upper.size());
    for (int i = 0; i < lower.size(); i++) {
      boolean headOfSpan = i + 1 < width && field(upper, i + 1).isBlank();
      if (!lower.get(i).isBlank() && !field(upper, i).isBlank() && !headOfSpan) {
        return false;
      }
    }
    return true;
  }

  private static List<String> joined(Line upper, Line lower) {
    List<String> names = new ArrayList<>();
    String above = "";
    for (int i = 0; i < Math.max(upper.fields().size(), lower.fields().size()); i++) {
      String top = Spelling.evenly(field(upper.fields(), i));
      above = top.isEmpty() ? above : top;
      String bottom = Spelling.evenly(field(lower.fields(), i));
      boolean number = !bottom.isEmpty() && !isWord(bottom);
      names.add(bottom.isEmpty() ? top : number ? bottom : (above + " " + bottom).strip());
    }
    return unique(names).stream().filter(name -> !name.isEmpty()).toList();
  }

  private static String field(List<String> fields, int at) {
    return at < fields.size() ? fields.get(at) : "";
  }
}
