package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import io.levelfield.study.Range;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads typed values from the cells of a record; what does not fit is a {@link BadCell}. */
final class Cells implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Place of a column that the study does not map. */
  static final int ABSENT = -1;

  /** What a spreadsheet makes of a long code, and of one that could be a day. */
  private static final Pattern SPOILT =
      Pattern.compile(
          "\\d[.,]\\d+[Ee]\\+?\\d+|\\d+[Ee]\\+\\d+"
              // 5-12 becomes 05.дек or 5-Dec, 12-45 дек.45 or Dec-45.
              + "|\\d{1,2}[.-](?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)"
              + "|(?:янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек)[.-]\\d{2}"
              + "|\\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
              + "|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\\d{2}");

  /** A code longer than this is text that a stray quote ran together. */
  private static final int LONGEST_CODE = 1_000;

  /** A hundred times mankind: a larger count is a mistake. */
  private static final long MOST_COUNTED = 1_000_000_000_000L;

  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "да", "д", "+");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "нет", "н", "-");

  private final CsvShape shape;
  private final boolean numbersMayMeanMissing;
  private final NumberStyle[] styles;
  private final NumberForms[] forms;

  Cells(CsvShape shape) {
    this.shape = shape;
    styles = new NumberStyle[shape.header().size()];
    Arrays.setAll(styles, shape::style);
    forms = new NumberForms[styles.length];
    numbersMayMeanMissing =
        shape.format().missing().stream().anyMatch(text -> text.matches("[-+]?\\d.*"));
  }

  CsvShape shape() {
    return shape;
  }

  String columnName(int column) {
    return shape.header().get(column);
  }

  /** Text of a cell, empty where the column is not mapped. */
  String text(FieldBuffer row, int column) {
    return column == ABSENT ? "" : row.text(column);
  }

  /** Text of a cell that tells rows apart, empty where the column is not mapped. */
  String code(FieldBuffer row, int column) throws BadCell {
    if (column != ABSENT && row.end(column) - row.start(column) > LONGEST_CODE) {
      throw bad(row, column, Message.of("reject.too-long", LONGEST_CODE));
    }
    return text(row, column);
  }

  /** Such a text that must not be empty. */
  String required(FieldBuffer row, int column) throws BadCell {
    if (row.isEmpty(column)) {
      throw bad(row, column, Message.of("reject.empty"));
    }
    return code(row, column);
  }

  /** The code of a school; one in E-notation, or made a date, has lost its digits. */
  String school(FieldBuffer row, int column) throws BadCell {
    String code = required(row, column);
    if (SPOILT.matcher(code).matches()) {
      throw bad(row, column, Message.of("reject.spoilt-code"));
    }
    return code;
  }

  /** Whether a cell holds no value: it is not mapped, empty, or a text that means so. */
  boolean missing(FieldBuffer row, int column) {
    return column == ABSENT
        || row.isEmpty(column)
        || shape.format().missing().contains(row.text(column));
  }

  /** Number in a cell; NaN where it holds no value. For the fold's inner loop. */
  double numberOrNaN(FieldBuffer row, int column) throws BadCell {
    if (column == ABSENT || row.isEmpty(column)) {
      return Double.NaN;
    }
    double value = Numbers.parse(row.chars(), row.start(column), row.end(column), styles[column]);
    if ((Double.isNaN(value) || numbersMayMeanMissing)
        && shape.format().missing().contains(row.text(column))) {
      return Double.NaN;
    }
    see(row, column, value);
    if (Double.isNaN(value)) {
      throw bad(row, column, Message.of("reject.no-number"));
    }
    return value;
  }

  /** Whether a cell holds a number, however it is written. */
  boolean holdsNumber(FieldBuffer row, int column) {
    return !missing(row, column)
        && !Double.isNaN(
            Numbers.parse(row.chars(), row.start(column), row.end(column), NumberStyle.ANY));
  }

  private void see(FieldBuffer row, int column, double value) {
    if (forms[column] == null) {
      forms[column] = new NumberForms();
    }
    forms[column].see(
        row.chars(), row.start(column), row.end(column), value, shape.name(), row.line());
  }

  /** Whether a number of a column was read that is written like this. */
  boolean hasSeen(int column, NumberForms.Form form) {
    return forms[column] != null && forms[column].has(form);
  }

  /**
   * How the numbers read so far are written, by column.
   *
   * @param linesBefore lines of the file before the part that was read
   */
  Map<String, NumberForms> forms(long linesBefore) {
    Map<String, NumberForms> seen = new HashMap<>();
    for (int column = 0; column < forms.length; column++) {
      if (forms[column] != null) {
        seen.put(columnName(column), forms[column].shifted(linesBefore));
      }
    }
    return seen;
  }

  /** Refuses a number outside the range that the study names, if it names one. */
  void requireWithin(FieldBuffer row, int column, OptionalDouble value, Optional<Range> range)
      throws BadCell {
    if (value.isPresent() && range.isPresent() && !range.get().contains(value.getAsDouble())) {
      throw bad(row, column, Message.of("reject.outside-range", range.get().toString()));
    }
  }

  OptionalDouble number(FieldBuffer row, int column) throws BadCell {
    double value = numberOrNaN(row, column);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** A count: a whole number from 0 to more than there can be. */
  OptionalLong count(FieldBuffer row, int column) throws BadCell {
    return count(row, column, MOST_COUNTED);
  }

  /** A count of what there are few of. */
  OptionalInt fewCounted(FieldBuffer row, int column) throws BadCell {
    OptionalLong count = count(row, column, Integer.MAX_VALUE);
    return count.isPresent()
        ? OptionalInt.of(Math.toIntExact(count.getAsLong()))
        : OptionalInt.empty();
  }

  /** A count up to a largest one. */
  OptionalLong count(FieldBuffer row, int column, long most) throws BadCell {
    OptionalDouble value = number(row, column);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (row.chars()[row.end(column) - 1] == '%') {
      throw bad(row, column, Message.of("reject.per-cent-for-count"));
    }
    double number = value.getAsDouble();
    if (number < 0 || number != Math.rint(number) || number > most) {
      throw bad(row, column, Message.of("reject.no-count", most));
    }
    return OptionalLong.of((long) number);
  }

  /** A year, or a school year by the year it ends in. */
  int year(FieldBuffer row, int column) throws BadCell {
    String text = row.text(column);
    OptionalInt year = Years.of(text);
    if (year.isEmpty()) {
      throw bad(row, column, Years.fault(text));
    }
    return year.getAsInt();
  }

  /** The year a row is of: by its column, else as its path or the study says. */
  int year(FieldBuffer row, Optional<String> column, OptionalInt constant) throws BadCell {
    int at = shape.column(column);
    return at == ABSENT ? shape.plan().year(constant).orElseThrow() : year(row, at);
  }

  boolean yesNo(FieldBuffer row, int column) throws BadCell {
    String text = row.text(column).toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      throw bad(row, column, Message.of("reject.no-yes-or-no"));
    }
    return YES.contains(text);
  }

  /** Yes or no; empty where the cell holds no value. */
  Optional<Boolean> yesNoIfSaid(FieldBuffer row, int column) throws BadCell {
    return missing(row, column) ? Optional.empty() : Optional.of(yesNo(row, column));
  }

  BadCell bad(FieldBuffer row, int column, Message reason) {
    return new BadCell(columnName(column), row.text(column), reason);
  }
}
