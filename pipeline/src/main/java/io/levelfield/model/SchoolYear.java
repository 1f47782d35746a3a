package io.levelfield.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A school in a year. Ordered by school, then year. */
public record SchoolYear(String schoolId, int year)
    implements Comparable<SchoolYear>, Serializable {

  @Override
  public int compareTo(SchoolYear other) {
    int bySchool = schoolId.compareTo(other.schoolId);
    return bySchool != 0 ? bySchool : Integer.compare(year, other.year);
  }

  /**
   * One row per school: of the newest year up to {@code year}, or of the oldest year where all are
   * later.
   *
   * @param rows several years of several schools
   * @return in the order in which schools first appear
   */
  public static <T> List<T> asOf(int year, List<T> rows, Function<T, SchoolYear> key) {
    Comparator<T> preference =
        Comparator.<T, Boolean>comparing(row -> key.apply(row).year() <= year)
            .thenComparing(
                row ->
                    key.apply(row).year() <= year ? key.apply(row).year() : -key.apply(row).year());
    Map<String, T> current = new LinkedHashMap<>();
    for (T row : rows) {
      current.merge(
          key.apply(row).schoolId(), row, (a, b) -> preference.compare(a, b) >= 0 ? a : b);
    }
    return List.copyOf(current.values());
  }

  /**
   * The year that occurs most; of several the newest.
   *
   * @param years a year per school
   * @return empty where there are none
   */
  public static Optional<Integer> usual(Stream<Integer> years) {
    Map<Integer, Long> counts =
        years.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
