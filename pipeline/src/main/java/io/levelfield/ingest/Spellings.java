package io.levelfield.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Names of one kind, such as subjects. They are matched folded ({@link Spelling#folded}) and shown
 * as most rows write them, the first in alphabetical order where several are as frequent, so that
 * what is shown does not depend on the order of rows.
 */
final class Spellings {
  private final UnaryOperator<String> fold;
  private final Map<String, String> folded = new HashMap<>();
  private final Map<String, SortedMap<String, Long>> written = new HashMap<>();

  /** Names that are the same where case, blanks and ё make the difference. */
  Spellings() {
    this(Spelling::folded);
  }

  private Spellings(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  /** Grades, which are the same as {@link Grades#folded} tells. */
  static Spellings ofGrades() {
    return new Spellings(Grades::folded);
  }

  /** The key of a name, which is not shown for its sake. */
  String key(String name) {
    return folded.computeIfAbsent(name, fold);
  }

  /** The key of a name that so many rows write like this. */
  String key(String name, long rows) {
    String key = key(name);
    written.computeIfAbsent(key, k -> new TreeMap<>()).merge(name, rows, Long::sum);
    return key;
  }

  /** Whether a row was seen that writes the name with this key. */
  boolean knows(String key) {
    return written.containsKey(key);
  }

  /** How the name with this key is shown; the key itself where no row was seen. */
  String shown(String key) {
    String most = key;
    long rows = 0;
    for (Map.Entry<String, Long> spelling : written.getOrDefault(key, new TreeMap<>()).entrySet()) {
      if (spelling.getValue() > rows) {
        most = spelling.getKey();
        rows = spelling.getValue();
      }
    }
    return most;
  }
}
