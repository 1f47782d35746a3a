package io.levelfield.draft;

import io.levelfield.model.text.Message;

/**
 * What only the user knows.
 *
 * @param asks the question
 * @param otherwise what happens if it is not answered
 */
public record Question(Message asks, Message otherwise) {

  /** A proposal that stands unless the user changes it. */
  static Question confirm(Message asks) {
    return new Question(asks, Message.of("draft.otherwise-stands"));
  }

  /** A value without which the study is refused. */
  static Question required(Message asks) {
    return new Question(asks, Message.of("draft.otherwise-refused"));
  }

  /** A value without which something is left out; its line is a comment until it is answered. */
  static Question optional(Message asks, Message leftOut) {
    return new Question(asks, Message.of("draft.otherwise-left-out", leftOut));
  }
}
