package io.levelfield.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column holds which property, told by headers and by what the cells look like. */
record Mapping(Map<String, Mapped> columns) {

  /** A header of which less is a known phrase speaks of something else. */
  private static final double LEAST_FIT = 0.5;

  /** Properties that are numbers; others may be anything. */
  private static final Set<String> NUMBERS =
      Set.of(
          "score",
          "mark",
          "mean",
          "participants",
          "enrolled",
          "below_minimum",
          "top",
          "sd",
          "minimum",
          "maximum",
          "parallel_classes",
          "travel_minutes",
          "latitude",
          "longitude",
          "test_before",
          "test_after",
          "anxiety",
          "motivation",
          "missed_lessons",
          "milestones_planned",
          "milestones_met");

  /**
   * A column that holds a property.
   *
   * @param sure whether its header says so and nothing else
   */
  record Mapped(Column column, boolean sure) {}

  private record Candidate(String property, Column column, double fit) {}

  Mapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * Assigns columns to properties, the best fit first; each holds one.
   *
   * @param properties with their phrases
   */
  static Mapping of(Collection<Column> columns, Map<String, List<String>> properties) {
    List<Candidate> candidates = new ArrayList<>();
    properties.forEach(
        (property, phrases) -> {
          for (Column column : columns) {
            double fit = Phrases.fit(column.name(), phrases);
            if (fit >= LEAST_FIT && suits(property, column)) {
              candidates.add(new Candidate(property, column, fit));
            }
          }
        });
    // A stable sort: of equal fits the one named first in the dictionary and in the file.
    candidates.sort(Comparator.comparingDouble(Candidate::fit).reversed());
    Map<String, Mapped> found = new LinkedHashMap<>();
    Set<Column> taken = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      if (!found.containsKey(candidate.property()) && !taken.contains(candidate.column())) {
        taken.add(candidate.column());
        found.put(candidate.property(), new Mapped(candidate.column(), candidate.fit() == 1));
      }
    }
    Map<String, Mapped> ordered = new LinkedHashMap<>();
    properties.keySet().stream()
        .filter(found::containsKey)
        .forEach(property -> ordered.put(property, found.get(property)));
    return new Mapping(ordered);
  }

  private static boolean suits(String property, Column column) {
    if (property.equals("year")) {
      return column.years();
    }
    return !NUMBERS.contains(property) || column.numeric();
  }

  boolean has(String property) {
    return columns.containsKey(property);
  }

  /** Whether a column's header says so and nothing else. */
  boolean surely(String property) {
    return has(property) && columns.get(property).sure();
  }

  Optional<Column> column(String property) {
    return Optional.ofNullable(columns.get(property)).map(Mapped::column);
  }

  boolean holds(Column column) {
    return columns.values().stream().anyMatch(mapped -> mapped.column().equals(column));
  }

  /** The same with a property of this column, which no other property then has. */
  Mapping with(String property, Column column, boolean sure) {
    Map<String, Mapped> all = new LinkedHashMap<>();
    all.put(property, new Mapped(column, sure));
    columns.forEach(
        (key, mapped) -> {
          if (!mapped.column().equals(column)) {
            all.putIfAbsent(key, mapped);
          }
        });
    return new Mapping(all);
  }

  /** The same without some properties. */
  Mapping without(Collection<String> properties) {
    Map<String, Mapped> left = new LinkedHashMap<>(columns);
    left.keySet().removeAll(properties);
    return new Mapping(left);
  }
}
