package io.levelfield.ingest;

import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  /** Whether any school may be spoken of. */
  boolean takesAny() {
    return any;
  }

  /**
   * The code of the school in a cell, as it is known; as it stands there where any may be.
   *
   * @throws BadCell if it holds no code of a school that is known
   */
  String school(Cells cells, FieldBuffer row, int column) throws BadCell {
    String written = cells.school(row, column);
    Answer answer = answer(written);
    if (answer.code().isEmpty()) {
      throw new BadCell(cells.columnName(column), written, answer.reason(), answer.account());
    }
    return answer.code().get();
  }

  /**
   * What is known of a school.
   *
   * @param code as it is known; absent where it is none that rows may speak of
   * @param reason why it is none
   * @param account in which a row ends that names it
   */
  record Answer(Optional<String> code, Message reason, RowAccount account) {}

  /** What is known of the school with a code. */
  Answer answer(String written) {
    if (any) {
      return known(written);
    }
    String code = codes.get(Spelling.folded(written));
    if (code != null) {
      return known(code);
    }
    return TotalWords.total(written) || TotalWords.area(written)
        ? new Answer(Optional.empty(), Message.of("reject.total-by-word"), RowAccount.TOTAL)
        : new Answer(Optional.empty(), unknown(written), RowAccount.UNKNOWN_SCHOOL);
  }

  private static Answer known(String code) {
    return new Answer(Optional.of(code), Message.NONE, RowAccount.COUNTED);
  }

  private Message unknown(String written) {
    String near = nearlyWritten.get(Spelling.codeAtAGlance(written));
    return near == null ? reason : Message.of("reject.nearly", reason, near);
  }
}
