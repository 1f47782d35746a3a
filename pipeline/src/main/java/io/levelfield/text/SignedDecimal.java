package io.levelfield.text;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Numbers whose sign matters: what rounds to nothing has none. */
final class SignedDecimal extends NumberFormat {
  private static final long serialVersionUID = 1L;

  private final DecimalFormat plain;

  SignedDecimal(DecimalFormat plain) {
    this.plain = plain;
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    double unit = Math.pow(10, plain.getMaximumFractionDigits()) * plain.getMultiplier();
    if (Math.round(Math.abs(number) * unit) != 0) {
      return plain.format(number, to, position);
    }
    var unsigned = (DecimalFormat) plain.clone();
    unsigned.setPositivePrefix("");
    return unsigned.format(0, to, position);
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public Number parse(String text, ParsePosition position) {
    return plain.parse(text, position);
  }
}
