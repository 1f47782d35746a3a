package io.levelfield.text;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Shares in whole per cent, of which a small one is not nothing. */
final class WholePercent extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final int HUNDREDTHS = 100;

  private final DecimalFormat plain;
  private final String belowOne;

  /**
   * @param belowOne what is said of a share that would be rounded to 0
   */
  WholePercent(DecimalFormat plain, String belowOne) {
    this.plain = plain;
    this.belowOne = belowOne;
  }

  /** Whether a format is one of whole per cent. */
  static boolean is(DecimalFormat format) {
    return format.getMultiplier() == HUNDREDTHS && format.getMaximumFractionDigits() == 0;
  }

  @Override
  public StringBuffer format(double share, StringBuffer to, FieldPosition position) {
    boolean small = share > 0 && Math.round(share * HUNDREDTHS) == 0;
    return small ? to.append(belowOne) : plain.format(share, to, position);
  }

  @Override
  public StringBuffer format(long share, StringBuffer to, FieldPosition position) {
    return plain.format(share, to, position);
  }

  @Override
  public Number parse(String text, ParsePosition position) {
    return plain.parse(text, position);
  }
}
