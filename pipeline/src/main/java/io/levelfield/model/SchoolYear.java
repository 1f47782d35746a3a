package io.levelfield.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
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
   * The newest year of at least half the schools; where no year has so many, the newest of those
   * with the most. A few schools' rows, sent early or under a mistyped year, move nobody else.
   *
   * @return empty where there are no rows
   */
  public static OptionalInt newestOfMost(Stream<SchoolYear> rows) {
    NavigableMap<Integer, Set<String>> schools =
        rows.collect(
            Collectors.groupingBy(
                SchoolYear::year,
                TreeMap::new,
                Collectors.mapping(SchoolYear::schoolId, Collectors.toSet())));
    long all = schools.values().stream().flatMap(Set::stream).distinct().count();
    int most = schools.values().stream().mapToInt(Set::size).max().orElse(0);
    long enough = Math.min(most, (all + 1) / 2);
    return schools.descendingMap().entrySet().stream()
        .filter(own -> own.getValue().size() >= enough)
        .mapToInt(Map.Entry::getKey)
        .findFirst();
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
