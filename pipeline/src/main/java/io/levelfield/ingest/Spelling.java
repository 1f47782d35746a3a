package io.levelfield.ingest;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts that are the same, or likely to be, though they are spelt otherwise. */
final class Spelling {
  /** What {@link #folded(char)} makes of any blank. */
  static final char BLANK = ' ';

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ADDED_FRACTION = Pattern.compile("[.,]0+$");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
  private static final String LATIN = "abcehkmoptxy";
  private static final String CYRILLIC = "авсенкмортху";

  private Spelling() {}

  /** A text by which values are matched: case, ё and the kind of blanks tell none apart. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = folded(text.charAt(i));
      boolean blankAgain =
          letter == BLANK && (folded.isEmpty() || folded.charAt(folded.length() - 1) == BLANK);
      if (!blankAgain) {
        folded.append(letter);
      }
    }
    return folded.toString().stripTrailing();
  }

  /** A letter of such a text. */
  static char folded(char letter) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      return letter; // as mostly, in the inner loop of the fold too
    }
    if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
      return BLANK;
    }
    char small = Character.toLowerCase(letter);
    return small == 'ё' ? 'е' : small;
  }

  /** Whether two texts match. */
  static boolean same(String one, String other) {
    return one.equals(other) || folded(one).equals(folded(other));
  }

  /** A text with one blank where there are any, and letters such as й and ё in one piece. */
  static String evenly(String text) {
    if (isEven(text)) {
      return text; // as mostly, for each cell of a file's head
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return BLANKS.matcher(composed.replace("\u00ad", "")).replaceAll(" ").strip();
  }

  /** Whether it plainly is so: Latin and Russian letters in one piece, lone blanks between them. */
  private static boolean isEven(String text) {
    char before = BLANK;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean plain = (letter > ' ' && letter <= '~') || (letter >= 'А' && letter <= 'я');
      if (!plain && (letter != BLANK || before == BLANK)) {
        return false;
      }
      before = letter;
    }
    return text.isEmpty() || before != BLANK;
  }

  /** A name without what eyes pass over: case, blanks, dots, ё, Latin letters in Cyrillic words. */
  static String atAGlance(String name) {
    StringBuilder folded = new StringBuilder();
    folded(Normalizer.normalize(name, Normalizer.Form.NFC))
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Spelling::cyrillic)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /**
   * A code without what eyes pass over and what tables lose or add when they take it for a number:
   * zeros at its start, a fraction of zeros. Hyphens tell codes apart.
   */
  static String codeAtAGlance(String code) {
    StringBuilder folded = new StringBuilder();
    ADDED_FRACTION
        .matcher(folded(code))
        .replaceAll("")
        .codePoints()
        .filter(letter -> Character.isLetterOrDigit(letter) || letter == '-')
        .map(Spelling::cyrillic)
        .forEach(folded::appendCodePoint);
    return LEADING_ZEROS.matcher(folded).replaceAll("");
  }

  private static int cyrillic(int letter) {
    int at = LATIN.indexOf(letter);
    return at >= 0 ? CYRILLIC.charAt(at) : letter;
  }

  /** Names that are equal but for their spelling, in ascending order. */
  static List<List<String>> alike(Collection<String> names) {
    return alike(names, Spelling::atAGlance);
  }

  /** Codes that are equal but for how they are written, in ascending order. */
  static List<List<String>> alikeCodes(Collection<String> codes) {
    return alike(codes, Spelling::codeAtAGlance);
  }

  private static List<List<String>> alike(
      Collection<String> names, UnaryOperator<String> atAGlance) {
    return names.stream()
        .collect(
            Collectors.groupingBy(atAGlance, TreeMap::new, Collectors.toCollection(TreeSet::new)))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .map(List::copyOf)
        .toList();
  }
}
