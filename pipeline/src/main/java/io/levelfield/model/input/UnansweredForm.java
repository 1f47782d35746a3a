package io.levelfield.model.input;

import io.levelfield.model.text.Message;
import java.util.Optional;

/**
 * What a school owes of the form of a year.
 *
 * @param gap how much of it
 * @param part the sheet; absent where it is the whole form
 * @param cells the empty cells of a sheet, or the one that cannot be read, with what was typed;
 *     {@link Message#NONE} where a sheet or the form is empty
 */
public record UnansweredForm(
    String schoolId, int year, Gap gap, Optional<FormPart> part, Message cells) {

  /** How much of a form is missing. */
  public enum Gap {
    NOT_RETURNED,
    EMPTY,
    SHEET_EMPTY,
    CELLS_EMPTY,
    CELL_UNREADABLE
  }

  /** A form of which nothing is known. */
  public static UnansweredForm whole(String schoolId, int year, Gap gap) {
    return new UnansweredForm(schoolId, year, gap, Optional.empty(), Message.NONE);
  }

  /** A sheet that was left empty. */
  public static UnansweredForm sheet(String schoolId, int year, FormPart part) {
    return new UnansweredForm(schoolId, year, Gap.SHEET_EMPTY, Optional.of(part), Message.NONE);
  }

  /** Cells of a sheet that were left empty. */
  public static UnansweredForm empty(String schoolId, int year, FormPart part, String cells) {
    return new UnansweredForm(
        schoolId, year, Gap.CELLS_EMPTY, Optional.of(part), Message.of("form.cells", cells));
  }

  /** A cell of a sheet that cannot be read. */
  public static UnansweredForm unreadable(String schoolId, int year, FormPart part, Reject cell) {
    return new UnansweredForm(
        schoolId,
        year,
        Gap.CELL_UNREADABLE,
        Optional.of(part),
        Message.of("form.cell", cell.column(), cell.value(), cell.reason()));
  }
}
