package io.levelfield.model.input;

import java.util.Optional;

/**
 * What a school owes of the form of a year.
 *
 * @param gap how much of it
 * @param part the sheet; absent where it is the whole form
 * @param cells the empty ones of a sheet that was filled in in part, by name and place; empty
 *     otherwise
 */
public record UnansweredForm(
    String schoolId, int year, Gap gap, Optional<FormPart> part, String cells) {

  /** How much of a form is missing. */
  public enum Gap {
    NOT_RETURNED,
    EMPTY,
    SHEET_EMPTY,
    CELLS_EMPTY
  }

  /** A form of which nothing is known. */
  public static UnansweredForm whole(String schoolId, int year, Gap gap) {
    return new UnansweredForm(schoolId, year, gap, Optional.empty(), "");
  }

  /** A sheet that was left empty. */
  public static UnansweredForm sheet(String schoolId, int year, FormPart part) {
    return new UnansweredForm(schoolId, year, Gap.SHEET_EMPTY, Optional.of(part), "");
  }

  /** Cells of a sheet that were left empty. */
  public static UnansweredForm cells(String schoolId, int year, FormPart part, String cells) {
    return new UnansweredForm(schoolId, year, Gap.CELLS_EMPTY, Optional.of(part), cells);
  }
}
