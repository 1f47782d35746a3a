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

  /** The letters of a class; nothing where a text names none. */
  static String letters(String text) {
    Matcher matcher = CLASS.matcher(text);
    return matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
  }
}
