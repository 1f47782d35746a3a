package io.levelfield.model.input;

import io.levelfield.model.text.Message;
import java.util.Locale;

/** A sheet of a school's form. Its code is the role of the input that is read from it. */
public enum FormPart {
  CONTEXT,
  STAFF,
  CONDITIONS,
  CLIMATE;

  /** What its sheet is called. */
  public Message title() {
    return switch (this) {
      case CONTEXT -> Message.of("form.context");
      case STAFF -> Message.of("form.staff");
      case CONDITIONS -> Message.of("form.conditions");
      case CLIMATE -> Message.of("form.climate");
    };
  }

  /** Name in inputs and marks, e.g. {@code context}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
