package io.levelfield.ingest;

import java.util.regex.Pattern;

/** Reads numbers as spreadsheets write them: decimal point or comma, spaces between thousands. */
final class Numbers {
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final int EXACT_DIGITS = 15;
  private static final Pattern SPACED_THOUSANDS =
      Pattern.compile("[+-]?\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d+)?%?");
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][+-]?\\d+)?\\s?%?");
  private static final Pattern ONE_COMMA_GROUP = Pattern.compile("[+-]?\\d{1,3},\\d{3}");

  private Numbers() {}

  /**
   * Parses a number.
   *
   * @param chars holds the text at {@code from} (inclusive) to {@code to} (exclusive), stripped
   * @param decimal the decimal mark, or {@link CsvFormat#EITHER}
   * @param delimiter the file's delimiter: in a comma-delimited file {@code 1,234} is ambiguous
   * @return the value, or NaN where the text is no number
   */
  static double parse(char[] chars, int from, int to, char decimal, char delimiter) {
    int at = from;
    boolean negative = at < to && chars[at] == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int markAt = -1;
    for (; at < to; at++) {
      char c = chars[at];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (markAt < 0
          && (c == '.' || (c == ',' && delimiter != ','))
          && allowed(c, decimal)) {
        markAt = at;
      } else {
        return parseUnusual(new String(chars, from, to - from), decimal, delimiter);
      }
    }
    if (count == 0 || count > EXACT_DIGITS) {
      return parseUnusual(new String(chars, from, to - from), decimal, delimiter);
    }
    // Both operands are exact, so the quotient is the double nearest to the text.
    double value = markAt < 0 ? digits : digits / POWERS_OF_TEN[to - markAt - 1];
    return negative ? -value : value;
  }

  private static boolean allowed(char mark, char decimal) {
    return decimal == CsvFormat.EITHER || decimal == mark;
  }

  private static double parseUnusual(String text, char decimal, char delimiter) {
    String number = text;
    if (SPACED_THOUSANDS.matcher(number).matches()) {
      number = number.replaceAll("[ \\u00a0\\u202f]", "");
    }
    if (!PLAIN.matcher(number).matches()) {
      return Double.NaN;
    }
    boolean comma = number.indexOf(',') >= 0;
    if ((comma || number.indexOf('.') >= 0) && !allowed(comma ? ',' : '.', decimal)) {
      return Double.NaN;
    }
    if (decimal == CsvFormat.EITHER
        && delimiter == ','
        && ONE_COMMA_GROUP.matcher(number).matches()) {
      return Double.NaN;
    }
    String plain = number.replace(',', '.').replace("%", "").strip();
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
