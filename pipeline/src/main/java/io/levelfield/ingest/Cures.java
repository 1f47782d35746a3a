package io.levelfield.ingest;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which setting would read what was rejected, where the rejects have one cause. */
final class Cures {
  private static final int TEXTS_NAMED = 5;

  /** A value stands for 'unknown' if so many passports have it, or it is so unlikely. */
  private static final int LUMP = 2;

  private static final Set<String> NO_FIGURE = Set.of("reject.no-number", "reject.no-count");

  private static final Set<String> NO_YEAR =
      Set.of("reject.two-digit-year", "reject.year-out-of-range");

  private static final Set<String> OTHER_UNIT = Set.of("reject.fractions", "reject.per-cent");

  private Cures() {}

  /**
   * Cures of an input's rejects, none where nothing but the rows themselves can be mended.
   *
   * @param path YAML path of the input
   */
  static List<Message> of(String path, List<Reject> rejects) {
    List<Message> cures = new ArrayList<>();
    Map<String, Long> words = words(rejects);
    if (!words.isEmpty()) {
      cures.add(Message.of("cure.missing-values", path, quoted(words), occurrences(words)));
    }
    Map<String, Long> codes = count(rejects, r -> r.reason().code().equals("reject.outside-range"));
    codes.values().removeIf(times -> times < LUMP);
    if (!codes.isEmpty()) {
      cures.add(Message.of("cure.unknown", plain(codes), occurrences(codes)));
    }
    if (rejects.stream().anyMatch(r -> r.reason().code().equals("reject.outside-scale"))) {
      cures.add(Message.of("cure.range", path));
    }
    if (rejects.stream().anyMatch(r -> OTHER_UNIT.contains(r.reason().code()))) {
      cures.add(Message.of("cure.units"));
    }
    if (rejects.stream().anyMatch(r -> r.reason().code().equals("reject.suppressed"))) {
      cures.add(Message.of("cure.suppressed", path));
    }
    if (rejects.stream().anyMatch(r -> NO_YEAR.contains(r.reason().code()))) {
      cures.add(Message.of("cure.year", path));
    }
    boolean lostZeros =
        rejects.stream()
            .anyMatch(
                r ->
                    r.account() == RowAccount.UNKNOWN_SCHOOL
                        && r.reason().code().equals("reject.nearly"));
    if (lostZeros) {
      cures.add(Message.of("cure.codes-as-text"));
    }
    return cures;
  }

  /** Cures of rejects of forms, in which no text need mean that there is no figure. */
  static List<Message> ofForms(List<Reject> rejects) {
    Map<String, Long> words = words(rejects);
    return words.isEmpty() ? List.of() : List.of(Message.of("cure.empty-in-form", quoted(words)));
  }

  private static Map<String, Long> words(List<Reject> rejects) {
    return count(rejects, r -> NO_FIGURE.contains(r.reason().code()) && isWord(r.value()));
  }

  private static Map<String, Long> count(List<Reject> rejects, Predicate<Reject> which) {
    return rejects.stream()
        .filter(which)
        .collect(Collectors.groupingBy(Reject::value, TreeMap::new, Collectors.counting()));
  }

  /** A text that says that there is no figure, rather than a misspelt one. */
  private static boolean isWord(String value) {
    return value.codePoints().noneMatch(Character::isDigit);
  }

  private static List<Map.Entry<String, Long>> mostFrequent(Map<String, Long> texts) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(TEXTS_NAMED)
        .toList();
  }

  private static String quoted(Map<String, Long> texts) {
    return mostFrequent(texts).stream()
        .map(text -> '"' + text.getKey() + '"')
        .collect(Collectors.joining(", "));
  }

  private static String plain(Map<String, Long> texts) {
    return mostFrequent(texts).stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
  }

  private static String occurrences(Map<String, Long> texts) {
    return mostFrequent(texts).stream()
        .map(text -> text.getKey() + " × " + text.getValue())
        .collect(Collectors.joining(", "));
  }
}
