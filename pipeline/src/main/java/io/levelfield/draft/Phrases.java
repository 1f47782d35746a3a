package io.levelfield.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares headers of columns with phrases of the dictionary, word by word. */
final class Phrases {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}%]+");

  private Phrases() {}

  /** The words of a text, without case, ё and punctuation. */
  static List<String> words(String text) {
    String cut = BOUNDARY.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT).replace('ё', 'е');
    return Arrays.stream(NO_WORD.split(cut)).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * How far a header is one of these phrases: 1 where it is, else the share of its words that the
   * longest phrase in it makes up, 0 where it has none.
   */
  static double fit(String header, List<String> phrases) {
    List<String> words = words(header);
    String glued = String.join("", words);
    if (phrases.stream().anyMatch(phrase -> phrase.replace(" ", "").equals(glued))) {
      return 1;
    }
    return words.isEmpty() ? 0 : (double) longest(words, phrases).size() / words.size();
  }

  /** How many words the longest of these phrases in a header has; 0 where it has none. */
  static int longest(String header, List<String> phrases) {
    return longest(words(header), phrases).size();
  }

  /** What is left of a header's words without the longest of these phrases in it. */
  static List<String> without(String header, List<String> phrases) {
    List<String> left = new ArrayList<>(words(header));
    List<String> longest = longest(left, phrases);
    int from = at(left, longest);
    left.subList(from, from + longest.size()).clear();
    return left;
  }

  private static List<String> longest(List<String> words, List<String> phrases) {
    List<String> longest = List.of();
    for (String phrase : phrases) {
      List<String> wanted = Arrays.asList(phrase.split(" "));
      longest = wanted.size() > longest.size() && at(words, wanted) >= 0 ? wanted : longest;
    }
    return longest;
  }

  /** Where the words of a phrase stand one after another; -1 where they do not. */
  private static int at(List<String> words, List<String> phrase) {
    for (int from = 0; from + phrase.size() <= words.size(); from++) {
      boolean all = true;
      for (int i = 0; i < phrase.size() && all; i++) {
        all = matches(words.get(from + i), phrase.get(i));
      }
      if (all) {
        return from;
      }
    }
    return -1;
  }

  private static boolean matches(String word, String wanted) {
    return wanted.endsWith("*")
        ? word.startsWith(wanted.substring(0, wanted.length() - 1))
        : word.equals(wanted);
  }
}
