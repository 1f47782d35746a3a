package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which schools results can compare: those that took an examination together, or are linked by
 * others that did. A measure's scale says nothing of schools that no link reaches.
 */
final class ComparableSchools {
  private ComparableSchools() {}

  /** Sets of schools without a link between them, the largest first; one where all are linked. */
  static List<Set<String>> of(List<ResultTally> tallies) {
    Map<String, Set<Measure>> taken = new TreeMap<>();
    Map<Measure, List<String>> takers = new HashMap<>();
    for (ResultTally tally : tallies) {
      taken.computeIfAbsent(tally.schoolId(), school -> new HashSet<>()).add(tally.measure());
      takers.computeIfAbsent(tally.measure(), m -> new ArrayList<>()).add(tally.schoolId());
    }
    List<Set<String>> sets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<Measure> passed = new HashSet<>();
    for (String school : taken.keySet()) {
      if (seen.add(school)) {
        sets.add(linked(school, taken, takers, seen, passed));
      }
    }
    sets.sort(Comparator.comparing(set -> -set.size()));
    return sets;
  }

  private static Set<String> linked(
      String first,
      Map<String, Set<Measure>> taken,
      Map<Measure, List<String>> takers,
      Set<String> seen,
      Set<Measure> passed) {
    Set<String> linked = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      String school = open.pop();
      linked.add(school);
      for (Measure measure : taken.get(school)) {
        if (passed.add(measure)) {
          takers.get(measure).stream().filter(seen::add).forEach(open::push);
        }
      }
    }
    return linked;
  }
}
