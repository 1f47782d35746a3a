package io.levelfield.page;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts that may stand in a script element, whatever names of schools hold. */
final class ScriptText {
  private ScriptText() {}

  /**
   * JSON in which nothing ends the element, begins a comment or a tag, or breaks a line for a
   * script.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements">HTML,
   *     4.12.1.3</a>
   */
  static String json(JsonNode json) {
    String plain = json.toString();
    var safe = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      // These stand in JSON only within strings, where an escape says the same.
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        safe.append(String.format("\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
