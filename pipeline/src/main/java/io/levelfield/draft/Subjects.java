package io.levelfield.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns of a table that has one for each subject. */
final class Subjects {
  private Subjects() {}

  /**
   * Columns by subject, by the property of results that they hold.
   *
   * @param plain property of columns whose header says nothing but the subject
   * @return empty where no property has columns of several subjects
   */
  static Map<String, Map<Words.Subject, Column>> in(Table table, Words words, String plain) {
    Map<List<String>, Map<Words.Subject, Column>> byRest = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      Optional<Words.Subject> subject = words.subject(column.name());
      if (subject.isPresent() && column.numeric()) {
        byRest
            .computeIfAbsent(
                Phrases.without(column.name(), subject.get().words()), r -> new LinkedHashMap<>())
            .putIfAbsent(subject.get(), column);
      }
    }
    Map<String, Map<Words.Subject, Column>> found = new LinkedHashMap<>();
    byRest.forEach(
        (rest, columns) -> {
          if (columns.size() > 1) {
            property(rest, words, plain)
                .ifPresent(property -> found.putIfAbsent(property, columns));
          }
        });
    return found;
  }

  /** A column that is called like one subject and nothing else. */
  static Optional<Column> only(Table table, Words words) {
    List<Column> found = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean named =
          words.subjects().stream()
              .anyMatch(subject -> Phrases.fit(column.name(), subject.words()) == 1);
      if (named && column.numeric()) {
        found.add(column);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** What the header says beside the subject. */
  private static Optional<String> property(List<String> rest, Words words, String plain) {
    if (rest.isEmpty()) {
      return Optional.of(plain);
    }
    String header = String.join(" ", rest);
    String best = "";
    double bestFit = 0;
    for (Map.Entry<String, List<String>> property : words.results().entrySet()) {
      double fit = Phrases.fit(header, property.getValue());
      if (fit > bestFit) {
        best = property.getKey();
        bestFit = fit;
      }
    }
    boolean score = best.equals("score") || best.equals("mean");
    return bestFit == 0 ? Optional.empty() : Optional.of(score ? plain : best);
  }
}
