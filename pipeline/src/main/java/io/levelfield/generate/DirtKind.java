package io.levelfield.generate;

import java.util.Locale;

/** How a row can be spoiled. */
enum DirtKind {
  /** A word where a number belongs. */
  TEXT_IN_NUMBER,
  /** A score that the scale does not have. */
  SCORE_ABOVE_SCALE,
  /** A school code that the list of schools does not have. */
  UNKNOWN_SCHOOL,
  /** A cell too many or too few. */
  RAGGED_ROW,
  /** A second passport of one school and year. */
  DUPLICATE_ROW;

  /** The kind's name in {@code dirt.csv}. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
