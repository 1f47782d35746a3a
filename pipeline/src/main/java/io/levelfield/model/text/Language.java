package io.levelfield.model.text;

import java.util.Locale;

/** A language the texts are written in. */
public enum Language {
  RU,
  EN;

  /** The locale of the language's texts. */
  public Locale locale() {
    return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
  }
}
