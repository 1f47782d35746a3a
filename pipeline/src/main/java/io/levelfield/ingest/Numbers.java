package io.levelfield.ingest;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers as spreadsheets write them: decimal point or comma, spaces between thousands. */
final class Numbers {
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** As many digits fit into a double exactly. */
  static final int EXACT_DIGITS = 15;

  private static final Pattern SPACED_THOUSANDS =
      Pattern.compile("[+-]?\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d+)?%?");
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][+-]?\\d+|\\s?%)?");

  private Numbers() {}

  /**
   * Parses a number.
   *
   * @param chars holds the text at {@code from} (inclusive) to {@code to} (exclusive), stripped
   * @return the value, or NaN where the text is no number
   */
  static double parse(char[] chars, int from, int to, NumberStyle style) {
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
      } else if (markAt < 0 && style.isDecimal(c)) {
        markAt = at;
      } else {
        return parseUnusual(new String(chars, from, to - from), style);
      }
    }
    if (count == 0 || count > EXACT_DIGITS) {
      return parseUnusual(new String(chars, from, to - from), style);
    }
    double value = decimal(digits, markAt < 0 ? 0 : to - markAt - 1);
    return negative ? -value : value;
  }

  /** The number of at most {@link #EXACT_DIGITS} digits of which so many are decimals. */
  static double decimal(long digits, int decimals) {
    // Both operands are exact, so the quotient is the double nearest to the text.
    return decimals == 0 ? digits : digits / POWERS_OF_TEN[decimals];
  }

  private static double parseUnusual(String text, NumberStyle style) {
    String number = text;
    if (SPACED_THOUSANDS.matcher(number).matches()) {
      number = number.replaceAll("[ \\u00a0\\u202f]", "");
    }
    if (style.thousands() != NumberStyle.NONE) {
      String mark = Pattern.quote(Character.toString(style.thousands()));
      if (number.matches("[+-]?\\d{1,3}(?:" + mark + "\\d{3})+(?:[.,]\\d+)?\\s?%?")) {
        number = number.replaceAll(mark + "(?=\\d{3})", "");
      }
    }
    if (!PLAIN.matcher(number).matches()) {
      return Double.NaN;
    }
    boolean comma = number.indexOf(',') >= 0;
    if ((comma || number.indexOf('.') >= 0) && !style.isDecimal(comma ? ',' : '.')) {
      return Double.NaN;
    }
    boolean percent = number.endsWith("%");
    String plain = number.replace(',', '.').replace("%", "").strip();
    double value =
        percent && style.hundredths()
            ? new BigDecimal(plain).movePointLeft(2).doubleValue()
            : Double.parseDouble(plain);
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
