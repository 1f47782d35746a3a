package io.levelfield.draft;

import io.levelfield.text.Texts;
import java.util.Optional;

/**
 * A line of a study.
 *
 * @param text in YAML
 * @param question to the user, told in a comment behind it
 */
record Line(String text, Optional<Question> question) {

  static Line of(String text) {
    return new Line(text, Optional.empty());
  }

  static Line asking(String text, Question question) {
    return new Line(text, Optional.of(question));
  }

  Line indented(String by) {
    return new Line(text.isEmpty() ? text : by + text, question);
  }

  /** As it stands in the file. */
  String in(Texts texts) {
    return question
        .map(
            own ->
                text
                    + (text.isBlank() ? "" : "  ")
                    + texts.get("draft.marker")
                    + " "
                    + texts.of(own.asks())
                    + " "
                    + texts.of(own.otherwise()))
        .orElse(text);
  }
}
