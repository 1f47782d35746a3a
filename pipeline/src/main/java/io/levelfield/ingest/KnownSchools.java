package io.levelfield.ingest;

import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which schools rows may speak of. */
final class KnownSchools implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean any;
  private final Message reason;
  private final Map<String, String> codes;
  private final Map<String, String> nearlyWritten;

  private KnownSchools(boolean any, Message reason, Collection<String> known) {
    this.any = any;
    this.reason = reason;
    codes = new HashMap<>();
    nearlyWritten = new HashMap<>();
    known.stream()
        .sorted(Comparator.reverseOrder())
        .forEach(
            code -> {
              codes.put(Spelling.folded(code), code);
              nearlyWritten.put(Spelling.codeAtAGlance(code), code);
            });
  }

  /** Where there is no register, any school may be spoken of. */
  static KnownSchools any() {
    return new KnownSchools(true, Message.NONE, Set.of());
  }

  /** Those of a register. */
  static KnownSchools ofRegister(Collection<String> codes) {
    return new KnownSchools(false, Message.of("reject.unknown-school"), codes);
  }

  /** Those with results, where there is no register. */
  static KnownSchools withResults(Collection<String> codes) {
    return new KnownSchools(false, Message.of("reject.school-without-results"), codes);
  }

  /**
   * The code of the school in a cell, as it is known; as it stands there where any may be.
   *
   * @throws BadCell if it holds no code of a school that is known
   */
  String school(Cells cells, FieldBuffer row, int column) throws BadCell {
    String written = cells.school(row, column);
    if (any) {
      return written;
    }
    String code = codes.get(Spelling.folded(written));
    if (code == null && (TotalWords.total(written) || TotalWords.area(written))) {
      throw new BadCell(
          cells.columnName(column), written, Message.of("reject.total-by-word"), RowAccount.TOTAL);
    }
    if (code == null) {
      throw new BadCell(
          cells.columnName(column), written, unknown(written), RowAccount.UNKNOWN_SCHOOL);
    }
    return code;
  }

  private Message unknown(String written) {
    String near = nearlyWritten.get(Spelling.codeAtAGlance(written));
    return near == null ? reason : Message.of("reject.nearly", reason, near);
  }
}
