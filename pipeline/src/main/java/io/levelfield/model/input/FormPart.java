package io.levelfield.model.input;

import java.util.Locale;

/** A sheet of a school's form. Its code is the role of the input that is read from it. */
public enum FormPart {
  CONTEXT,
  STAFF,
  CONDITIONS,
  CLIMATE;

  /** Name in inputs and marks, e.g. {@code context}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
