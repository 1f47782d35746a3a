package io.levelfield.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which names are likely to be one that is spelt in several ways. */
final class Spelling {
  private static final String LATIN = "abcehkmoptxy";
  private static final String CYRILLIC = "авсенкмортху";

  private Spelling() {}

  /** A name without what eyes pass over: case, blanks, dots, ё, Latin letters in Cyrillic words. */
  static String folded(String name) {
    StringBuilder folded = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Spelling::cyrillic)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static int cyrillic(int letter) {
    int at = LATIN.indexOf(letter);
    if (at >= 0) {
      return CYRILLIC.charAt(at);
    }
    return letter == 'ё' ? 'е' : letter;
  }

  /** Names that are equal but for their spelling, in ascending order. */
  static List<List<String>> alike(Collection<String> names) {
    return names.stream()
        .collect(
            Collectors.groupingBy(
                Spelling::folded, TreeMap::new, Collectors.toCollection(TreeSet::new)))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .map(List::copyOf)
        .toList();
  }
}
