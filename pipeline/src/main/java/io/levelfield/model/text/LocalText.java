package io.levelfield.model.text;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** A text in every language of the report, such as the name of an indicator. */
public record LocalText(String ru, String en) implements Serializable {

  /** The text in a language. */
  public String in(Language language) {
    return language == Language.RU ? ru : en;
  }

  /** Texts one after another, in each language. */
  public static LocalText joined(List<LocalText> texts) {
    return new LocalText(
        texts.stream().map(LocalText::ru).collect(Collectors.joining(", ")),
        texts.stream().map(LocalText::en).collect(Collectors.joining(", ")));
  }
}
