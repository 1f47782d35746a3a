package io.levelfield.draft;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes values in YAML. */
final class Yaml {
  /** Words that YAML takes for something else than text. */
  private static final Set<String> NO_TEXT =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

  private Yaml() {}

  /** A text, in quotes where it could be read as something else. */
  static String text(String text) {
    boolean plain = text.matches("\\p{L}[\\p{L}\\p{N}_ №()/.-]*(?<! )");
    return plain && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
  }

  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  static String list(Collection<String> texts) {
    return texts.stream().map(Yaml::text).collect(Collectors.joining(", ", "[", "]"));
  }

  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
