package io.levelfield.draft;

import io.levelfield.model.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What names of files and sheets and titles tell of a table that has no column for it. */
final class Surroundings {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

  private final String text;

  Surroundings(Table table) {
    text = table.surroundings();
  }

  /** The only year they name. */
  OptionalInt year() {
    List<Integer> years =
        YEAR.matcher(text).results().map(m -> Integer.valueOf(m.group(1))).distinct().toList();
    return years.size() == 1 ? OptionalInt.of(years.get(0)) : OptionalInt.empty();
  }

  /** The only examination they name. */
  Optional<String> procedure(Words words) {
    List<String> named =
        words.procedures().stream()
            .filter(
                name ->
                    Pattern.compile(
                            "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .find())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** A subject they name. */
  Optional<String> subject(Words words, Language language) {
    return words.subject(text).map(subject -> subject.name(language));
  }
}
