package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The heading of a table: the first line that holds the mapped columns, or two lines that do when
 * the names of both are joined.
 *
 * @param names of the columns, in file order
 * @param line of the file it begins on
 * @param records up to the first row of data, those above the heading included
 * @param joined whether names are split over two lines
 * @param numbered whether the line below it numbers the columns, as forms have it
 * @param found how many of the mapped columns it has
 */
record HeaderLine(
    List<String> names, long line, int records, boolean joined, boolean numbered, int found) {

  /** A heading is looked for in so many lines of a file. */
  static final int LINES_SEARCHED = 20;

  /** In a narrower table 1, 2 may well be a row. */
  private static final int FEWEST_NUMBERED = 3;

  HeaderLine {
    names = List.copyOf(names);
  }

  /** A record at the head of a file. */
  record Line(long line, List<String> fields) {
    Line {
      fields = List.copyOf(fields);
    }
  }

  /** The records a file begins with, as far as its text reaches. */
  static List<Line> records(String text, char delimiter, long lines) {
    var fields = new FieldBuffer();
    List<Line> records = new ArrayList<>();
    var csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(fields, new StringReader(text));
    try (var rest = csv.iterator()) {
      while (rest.hasNext()) {
        rest.next();
        if (fields.line() > lines) {
          break;
        }
        records.add(new Line(fields.line(), fields.texts()));
      }
    } catch (CsvParseException e) {
      return records; // what follows is not CSV under this delimiter
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /**
   * Finds the heading.
   *
   * @param records the file begins with
   * @param wanted columns that are mapped
   * @param line it stands on, where the study says so
   * @return of several lines without all mapped columns that with most of them; empty where the
   *     line asked for does not begin a record
   */
  static Optional<HeaderLine> find(
      List<Line> records, Collection<String> wanted, OptionalInt line) {
    List<List<String>> spelled = records.stream().map(HeaderLine::evenly).toList();
    HeaderLine best = null;
    for (boolean joined : new boolean[] {false, true}) {
      for (int i = 0; i + (joined ? 1 : 0) < records.size(); i++) {
        if (line.isPresent() && records.get(i).line() != line.getAsInt()) {
          continue;
        }
        HeaderLine candidate = at(records, spelled, i, joined, wanted);
        boolean complete = candidate.found() == wanted.size();
        if (complete || (!joined && (best == null || candidate.found() > best.found()))) {
          best = candidate;
        }
        if (complete) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static HeaderLine at(
      List<Line> records,
      List<List<String>> spelled,
      int i,
      boolean joined,
      Collection<String> wanted) {
    List<String> names =
        joined ? joined(spelled.get(i), spelled.get(i + 1), wanted) : spelled.get(i);
    int next = joined ? i + 2 : i + 1;
    boolean numbered = numbersColumns(records, next, names.size());
    return new HeaderLine(
        names,
        records.get(i).line(),
        numbered ? next + 1 : next,
        joined,
        numbered,
        ColumnNames.found(names, wanted));
  }

  private static List<String> evenly(Line line) {
    return line.fields().stream().map(Spelling::evenly).toList();
  }

  /** Whether a line is 1, 2, 3 up to the last column, and not the row of school 1 before 2. */
  private static boolean numbersColumns(List<Line> records, int at, int columns) {
    if (at >= records.size() || columns < FEWEST_NUMBERED) {
      return false;
    }
    List<String> fields = records.get(at).fields();
    for (int i = 0; i < columns; i++) {
      if (i >= fields.size() || !fields.get(i).equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return at + 1 < records.size() && !records.get(at + 1).fields().get(0).equals("2");
  }

  /** Joins two lines; a name above several columns stands over the first of them only. */
  private static List<String> joined(
      List<String> upper, List<String> lower, Collection<String> wanted) {
    List<String> names = new ArrayList<>();
    String above = "";
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      String top = i < upper.size() ? upper.get(i) : "";
      String bottom = i < lower.size() ? lower.get(i) : "";
      above = top.isEmpty() ? above : top;
      String full = (bottom.isEmpty() ? top : above + " " + bottom).strip();
      boolean bottomIsMeant = !wanted.contains(full) && wanted.contains(bottom);
      boolean topIsMeant = !wanted.contains(full) && wanted.contains(top);
      names.add(bottomIsMeant ? bottom : topIsMeant ? top : full);
    }
    return names;
  }

  /** Whether it has all mapped columns. */
  boolean complete(Collection<String> wanted) {
    return found == wanted.size();
  }
}
