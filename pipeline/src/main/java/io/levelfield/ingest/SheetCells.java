package io.levelfield.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The text of a workbook's cell by its type, the same whatever language Excel speaks. */
final class SheetCells {
  /** What is written between quotes or brackets or after a backslash in a format is no code. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.|General", Pattern.CASE_INSENSITIVE);

  /** No number of a spreadsheet is smaller than 10 to the minus so many, which as text is long. */
  private static final int SMALLEST_EXPONENT = 400;

  private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,}");
  private static final Pattern YEAR = Pattern.compile("[yY]+");
  private static final Pattern DATE = Pattern.compile("(?i).*[yd].*|.*m.*");
  private static final Pattern TIME = Pattern.compile("(?i).*[hs].*");
  private static final long MILLIS_OF_DAY = 86_400_000;

  /** A spreadsheet counts in so many digits; what a cell stores beyond them is noise. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  /** Day 60 of the calendar of 1900 is 29 February 1900, which there never was. */
  private static final long FIRST_OF_MARCH_1900 = 61;

  private final boolean from1904;
  private final char decimal;

  /**
   * @param from1904 whether days are counted from 1904, as on old Macintoshes
   * @param decimal mark to write numbers with
   */
  SheetCells(boolean from1904, char decimal) {
    this.from1904 = from1904;
    this.decimal = decimal;
  }

  String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number && cell.getType() != CellType.ERROR) {
      boolean isNothing = -magnitude(number) > SMALLEST_EXPONENT;
      return number(isNothing ? BigDecimal.ZERO : number, format(cell));
    }
    if (value instanceof Boolean || value instanceof String) {
      return value.toString();
    }
    if (cell.getRawValue() != null) {
      return cell.getRawValue();
    }
    // A formula whose value was never calculated must not pass for an empty cell.
    return cell.getFormula() == null ? "" : "=" + cell.getFormula();
  }

  private static String format(Cell cell) {
    if (cell.getDataFormatString() != null) {
      return cell.getDataFormatString();
    }
    int id = cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
      return "yyyy-mm-dd";
    }
    return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? "hh:mm" : "";
  }

  private String number(BigDecimal number, String format) {
    String first = format.indexOf(';') < 0 ? format : format.substring(0, format.indexOf(';'));
    String codes = LITERAL.matcher(first).replaceAll("");
    boolean time = TIME.matcher(codes).matches();
    if (number.signum() >= 0 && (time || DATE.matcher(codes).matches()) && magnitude(number) <= 7) {
      return moment(number, codes, time);
    }
    if (magnitude(number) > DIGITS.getPrecision()) {
      // Its last digits are lost; written so, no code of a school is taken for whole.
      return number.round(DIGITS).toString().replace('.', decimal);
    }
    String plain = number.round(DIGITS).stripTrailingZeros().toPlainString();
    if (LEADING_ZEROS.matcher(codes).matches() && plain.matches("\\d+")) {
      plain = "0".repeat(Math.max(0, codes.length() - plain.length())) + plain;
    }
    return decimal == '.' ? plain : plain.replace('.', decimal);
  }

  /** Digits before the point, less than 0 where zeros follow it. */
  private static long magnitude(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  private String moment(BigDecimal number, String codes, boolean time) {
    long day = number.longValue();
    long millis =
        number
            .subtract(BigDecimal.valueOf(day))
            .multiply(BigDecimal.valueOf(MILLIS_OF_DAY))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValue();
    LocalDate zero =
        from1904
            ? LocalDate.of(1904, 1, 1)
            : day >= FIRST_OF_MARCH_1900 ? LocalDate.of(1899, 12, 30) : LocalDate.of(1899, 12, 31);
    LocalDateTime at = zero.atStartOfDay().plusDays(day).plus(millis, ChronoUnit.MILLIS);
    if (YEAR.matcher(codes).matches()) {
      return Integer.toString(at.getYear());
    }
    boolean clockOnly = time && !codes.matches("(?i).*[yd].*");
    if (clockOnly && day == 0) {
      return at.toLocalTime().toString();
    }
    return millis == 0 ? at.toLocalDate().toString() : at.toString();
  }
}
