package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when something began or ended as the school year it belongs to. */
final class SchoolDates {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:\\s*г\\.?|[ T].*)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T].*)?");

  private final int yearBegins;

  /**
   * @param yearBegins month from which on a date belongs to the school year that ends the next
   *     calendar year
   */
  SchoolDates(int yearBegins) {
    this.yearBegins = yearBegins;
  }

  /**
   * The school year, by the year it ends in.
   *
   * @return empty where the cell is
   * @throws BadCell if it holds neither a date nor a year
   */
  OptionalInt year(Cells cells, FieldBuffer row, int column) throws BadCell {
    if (cells.missing(row, column)) {
      return OptionalInt.empty();
    }
    String text = row.text(column).strip();
    Matcher dayFirst = DAY_FIRST.matcher(text);
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    try {
      if (dayFirst.matches()) {
        return of(date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)));
      }
      if (yearFirst.matches()) {
        return of(date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
      }
    } catch (DateTimeException e) {
      throw cells.bad(row, column, Message.of("reject.no-such-day"));
    }
    OptionalInt year = Years.of(text);
    if (year.isEmpty()) {
      throw cells.bad(row, column, Message.of("reject.no-date"));
    }
    return year;
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private OptionalInt of(LocalDate date) {
    return OptionalInt.of(date.getYear() + (date.getMonthValue() >= yearBegins ? 1 : 0));
  }
}
