package io.levelfield.ingest;

import java.io.Serializable;
import java.util.Optional;

/**
 * How the numbers of a column are written, everything decided.
 *
 * @param decimal the decimal mark; {@link #EITHER} where a point and a comma both are one
 * @param thousands the mark between thousands beside blanks; {@link #NONE} where there is none
 * @param hundredths whether {@code %} makes hundredths, as the column's other numbers are shares
 */
record NumberStyle(char decimal, char thousands, boolean hundredths) implements Serializable {

  /** Stands for a decimal mark that may be a point or a comma. */
  static final char EITHER = 0;

  /** Stands for no mark between thousands but blanks. */
  static final char NONE = 0;

  /** What is taken as long as nothing else is known. */
  static final NumberStyle ANY = new NumberStyle(EITHER, NONE, false);

  /** That of a workbook's cells, which are numbers and no text. */
  static final NumberStyle POINT = new NumberStyle('.', NONE, false);

  /** The style a study names; one mark tells the other. */
  static NumberStyle of(Optional<String> decimal, Optional<String> thousands) {
    char point = decimal.map(d -> d.charAt(0)).orElse(EITHER);
    char between = thousands.map(t -> t.charAt(0)).orElse(NONE);
    if (point == EITHER && between != NONE) {
      point = between == ',' ? '.' : ',';
    }
    if (point != EITHER && between == NONE) {
      between = point == ',' ? '.' : ',';
    }
    return new NumberStyle(point, between, false);
  }

  NumberStyle withHundredths() {
    return new NumberStyle(decimal, thousands, true);
  }

  boolean isDecimal(char mark) {
    return (mark == '.' || mark == ',')
        && (decimal == EITHER ? mark != thousands : mark == decimal);
  }
}
