package io.levelfield.support.teachers;

import io.levelfield.model.support.Difficulty;
import java.util.Comparator;

/** What diagnostics ask of all schools alike. */
record Asked(int year, String subject, String topic) {
  static final Comparator<Asked> ORDER =
      Comparator.comparingInt(Asked::year)
          .thenComparing(Asked::subject)
          .thenComparing(Asked::topic);

  static Asked of(Difficulty difficulty) {
    return new Asked(
        difficulty.answers().year(), difficulty.answers().subject(), difficulty.answers().topic());
  }
}
