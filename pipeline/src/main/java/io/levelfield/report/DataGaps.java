package io.levelfield.report;

import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Set;

/**
 * Notes that say that the data are probably not whole, or the wrong way round, so that all that
 * rests on them is wrong.
 */
public final class DataGaps {
  private static final Set<String> CODES =
      Set.of(
          "inputs.broken-off",
          "quality.missing-schools",
          "quality.year-without-results",
          "quality.reversed",
          "quality.unit-jump");

  private DataGaps() {}

  /** Those among the notes of a run or a check, in their order. */
  public static List<Message> in(List<Message> notes) {
    return notes.stream().filter(note -> CODES.contains(note.code())).toList();
  }
}
