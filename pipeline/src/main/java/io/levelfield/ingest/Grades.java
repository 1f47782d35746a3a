package io.levelfield.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells grades from classes: 9А, 9-«Б», 9 В класс are classes of grade 9. */
final class Grades {
  private static final Pattern CLASS =
      Pattern.compile(
          "(\\d{1,2})"
              // 9-й, 9th: an ordinal names no class.
              + "(?:\\s*-?\\s*(?:й|го|ый|ой|ий|st|nd|rd|th)(?![\\p{L}]))?"
              + "\\s*[-–.,/_]?\\s*[\"«“']?\\s*((?![Кк][Лл])\\p{L}{1,2})?\\s*[\"»”']?"
              + "\\s*(?:[Кк][Лл](?:\\.|асс[а-я]?)?|grade|class)?");

  private Grades() {}

  /** The grade of a class; the text as it stands where it names no class. */
  static String grade(String text) {
    Matcher matcher = CLASS.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }

  /** The number of the grade that a text names, or its class; nothing where it names none. */
  static String number(String text) {
    Matcher matcher = CLASS.matcher(text);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /**
   * What a grade is matched by, or a class where letters are kept: zeros at its start, a fraction
   * of zeros and Latin letters that look Cyrillic tell none apart.
   */
  static String folded(String text) {
    boolean number = !text.isEmpty() && text.charAt(0) != '0';
    for (int i = 0; i < text.length() && number; i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number ? text : Spelling.codeAtAGlance(text); // a number as nearly always, in the fold
  }

  /** Whether two grades match. */
  static boolean same(String one, String other) {
    return one.equals(other) || folded(one).equals(folded(other));
  }

  /** The letters of a class; nothing where a text names none. */
  static String letters(String text) {
    Matcher matcher = CLASS.matcher(text);
    return matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
  }
}
