package io.levelfield.ingest;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which setting would read what was rejected, where the rejects have one cause. */
final class Cures {
  private static final int TEXTS_NAMED = 5;

  /** Texts that are to be copied into a setting are named all, unless they are endless. */
  private static final int WORDS_NAMED = 20;

  /** From so many rows on that two files both have, one is a newer export of the other. */
  private static final int OF_BOTH = 5;

  /** From so many rows without a school's code on it was left out on purpose. */
  private static final int WITHOUT_CODE = 3;

  /** No code, or only the separators of one that is joined from columns. */
  private static final Pattern NO_CODE = Pattern.compile("[^\\p{L}\\p{N}]*");

  private static final Pattern NUMBER_AND_WORD = Pattern.compile("\\d+(?:[.,]\\d+)?\\s*\\p{L}.*");

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
    rejects.stream()
        .filter(r -> NO_FIGURE.contains(r.reason().code()))
        .filter(r -> NUMBER_AND_WORD.matcher(r.value()).matches())
        .findFirst()
        .ifPresent(r -> cures.add(Message.of("cure.number-and-word", r.value())));
    twoExports(rejects).ifPresent(cures::add);
    boolean ofSchools = path.startsWith("inputs.results") || path.startsWith("inputs.context");
    long withoutCode =
        rejects.stream()
            .filter(
                r ->
                    NO_CODE.matcher(r.school()).matches()
                        && r.reason().code().equals("reject.empty"))
            .count();
    if (ofSchools && withoutCode >= WITHOUT_CODE) {
      cures.add(Message.of("cure.merged-codes"));
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

  /** Two files that speak of the same, and of some of it otherwise. */
  private static Optional<Message> twoExports(List<Reject> rejects) {
    Map<List<String>, Integer> rows = new HashMap<>();
    Map<List<String>, Integer> otherwise = new HashMap<>();
    for (Reject reject : rejects) {
      otherFile(reject)
          .filter(other -> !other.equals(reject.file()))
          .ifPresent(
              other -> {
                List<String> pair = Stream.of(reject.file(), other).sorted().toList();
                rows.merge(pair, 1, Integer::sum);
                otherwise.merge(pair, isContradictory(reject) ? 1 : 0, Integer::sum);
              });
    }
    return rows.entrySet().stream()
        .filter(pair -> pair.getValue() >= OF_BOTH && otherwise.get(pair.getKey()) > 0)
        .max(
            Map.Entry.<List<String>, Integer>comparingByValue()
                .thenComparing(pair -> pair.getKey().toString()))
        .map(pair -> Message.of("cure.two-exports", pair.getKey().get(0), pair.getKey().get(1)));
  }

  private static boolean isContradictory(Reject reject) {
    return reject.reason().code().equals("reject.contradicts");
  }

  /** The file of the row that a row repeats or contradicts. */
  static Optional<String> otherFile(Reject reject) {
    return isContradictory(reject) || reject.reason().code().equals("reject.repeats")
        ? Optional.of(reject.reason().facts().get(0).toString())
        : Optional.empty();
  }

  /** Whether no row can be mended before a file is left out. */
  static boolean leavesOutAFile(List<Message> cures) {
    return cures.stream().anyMatch(cure -> cure.code().equals("cure.two-exports"));
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

  private static List<Map.Entry<String, Long>> mostFrequent(Map<String, Long> texts, int named) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(named)
        .toList();
  }

  private static String quoted(Map<String, Long> texts) {
    return mostFrequent(texts, WORDS_NAMED).stream()
        .map(text -> '"' + text.getKey() + '"')
        .collect(Collectors.joining(", "));
  }

  private static String plain(Map<String, Long> texts) {
    return mostFrequent(texts, TEXTS_NAMED).stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private static String occurrences(Map<String, Long> texts) {
    return mostFrequent(texts, TEXTS_NAMED).stream()
        .map(text -> text.getKey() + " × " + text.getValue())
        .collect(Collectors.joining(", "));
  }
}
