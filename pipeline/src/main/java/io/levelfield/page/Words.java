package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.text.Texts;

/** What the page says, in the study's language. */
public final class Words {
  private static final String NONE = "–";

  private final Texts texts;

  Words(Texts texts) {
    this.texts = texts;
  }

  /** A text of the bundle {@code page}. */
  public String get(String key) {
    return texts.get("page." + key);
  }

  /** A text of the bundle {@code page} with its facts. */
  public String say(String key, Object... facts) {
    return texts.say("page." + key, facts);
  }

  /** Code of the language for programs and browsers. */
  public String language() {
    return texts.language().locale().getLanguage();
  }

  Texts texts() {
    return texts;
  }

  /** A whole number; a dash where there is none. */
  public String count(JsonNode cell) {
    return cell.isNumber() ? say("count", cell.longValue()) : NONE;
  }

  String count(long number) {
    return say("count", number);
  }

  /** A number with two decimals; a dash where there is none. */
  String number(JsonNode cell) {
    return cell.isNumber() ? say("number", cell.doubleValue()) : NONE;
  }

  /** An expected number of schools, with one decimal. */
  String expected(JsonNode cell) {
    return cell.isNumber() ? say("expected", cell.doubleValue()) : NONE;
  }

  /** A share in per cent; a dash where there is none. */
  String share(JsonNode cell) {
    return cell.isNumber() ? say("share", cell.doubleValue()) : NONE;
  }

  String text(JsonNode cell) {
    return cell.asText("").isEmpty() || cell.isNull() ? NONE : cell.asText();
  }
}
