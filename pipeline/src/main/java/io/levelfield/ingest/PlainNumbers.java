package io.levelfield.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads numbers of a column from its bytes where they are nothing but digits, and a decimal mark at
 * most, and where {@link Cells} has seen others like them: there is nothing more to find out.
 */
final class PlainNumbers {
  /** So many digits behind a mark may stand for thousands. */
  private static final int GROUP = 3;

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

  private final Cells cells;
  private final int column;
  private final NumberStyle style;
  private final byte[][] missing;

  /** Which forms were seen; each is asked for until it is so. */
  private final Set<NumberForms.Form> seen = EnumSet.noneOf(NumberForms.Form.class);

  PlainNumbers(Cells cells, int column) {
    this.cells = cells;
    this.column = column;
    style = cells.shape().style(column);
    Set<String> texts = cells.shape().format().missing();
    missing =
        texts.stream()
            .filter(text -> NUMBER.matcher(text).matches())
            .map(text -> text.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
  }

  /** Whether the row's cell holds nothing but blanks. */
  boolean isBlank(ByteRecords row) {
    byte[] bytes = row.bytes();
    for (int i = row.start(column); i < row.end(column); i++) {
      if (!isBlank(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  /** The number in the row's cell; NaN where it is to be read in full. */
  double number(ByteRecords row) {
    byte[] bytes = row.bytes();
    int from = row.start(column);
    int to = row.end(column);
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (from < to && isBlank(bytes[to - 1])) {
      to--;
    }
    long digits = 0;
    int markAt = -1;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (markAt < 0 && i > from && style.isDecimal((char) bytes[i])) {
        markAt = i;
      } else {
        return Double.NaN;
      }
    }
    int count = to - from - (markAt < 0 ? 0 : 1);
    int decimals = markAt < 0 ? 0 : to - markAt - 1;
    if (count == 0
        || count > Numbers.EXACT_DIGITS
        || decimals == GROUP
        || meansMissing(bytes, from, to)) {
      return Double.NaN;
    }
    double value = Numbers.decimal(digits, decimals);
    boolean known = markAt < 0 ? knowsWhole(value) : knowsMarked(value, bytes[markAt]);
    return known ? value : Double.NaN;
  }

  private boolean meansMissing(byte[] bytes, int from, int to) {
    for (byte[] text : missing) {
      if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean knowsWhole(double value) {
    return has(value > 1 ? NumberForms.Form.WHOLE : NumberForms.Form.SHARE);
  }

  private boolean knowsMarked(double value, byte mark) {
    return has(mark == '.' ? NumberForms.Form.POINT : NumberForms.Form.COMMA)
        && has(value > 1 ? NumberForms.Form.BEYOND : NumberForms.Form.SHARE);
  }

  private boolean has(NumberForms.Form form) {
    return seen.contains(form) || (cells.hasSeen(column, form) && seen.add(form));
  }
}
