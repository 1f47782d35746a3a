package io.levelfield.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts that are the same, or likely to be, though they are spelt otherwise. */
final class Spelling {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final String LATIN = "abcehkmoptxy";
  private static final String CYRILLIC = "авсенкмортху";

  private Spelling() {}

  /** A text by which values are matched: case, ё and the kind of blanks tell none apart. */
  static String folded(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** A name without what eyes pass over: case, blanks, dots, ё, Latin letters in Cyrillic words. */
  static String atAGlance(String name) {
    StringBuilder folded = new StringBuilder();
    folded(name)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Spelling::cyrillic)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static int cyrillic(int letter) {
    int at = LATIN.indexOf(letter);
    return at >= 0 ? CYRILLIC.charAt(at) : letter;
  }

  /** Names that are equal but for their spelling, in ascending order. */
  static List<List<String>> alike(Collection<String> names) {
    return names.stream()
        .collect(
            Collectors.groupingBy(
                Spelling::atAGlance, TreeMap::new, Collectors.toCollection(TreeSet::new)))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .map(List::copyOf)
        .toList();
  }
}
