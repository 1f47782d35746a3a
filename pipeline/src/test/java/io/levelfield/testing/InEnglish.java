package io.levelfield.testing;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.List;

/** What a user would read in English. */
public final class InEnglish {
  private static final Texts TEXTS = Texts.in(Language.EN);

  private InEnglish() {}

  public static String of(Message message) {
    return TEXTS.of(message);
  }

  public static List<String> of(List<Message> messages) {
    return messages.stream().map(TEXTS::of).toList();
  }

  /** What is told of an exception; its own message where it is not meant for users. */
  public static String told(Throwable problem) {
    return problem instanceof UserProblem own ? of(own.told()) : problem.getMessage();
  }
}
