package io.levelfield.ingest;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which schools results can compare: those that took an examination together, or are linked by
 * others that did. A measure's scale says nothing of schools that no link reaches.
 */
final class ComparableSchools {
  private ComparableSchools() {}

  /** Sets of schools without a link between them, the largest first; one where all are linked. */
  static List<Set<String>> of(MeasureTakers takers) {
    List<BitSet> apart = new ArrayList<>();
    for (BitSet taken : takers.byMeasure().values()) {
      var linked = (BitSet) taken.clone();
      apart.stream().filter(linked::intersects).forEach(linked::or);
      apart.removeIf(linked::intersects);
      apart.add(linked);
    }
    return apart.stream()
        .map(linked -> schools(linked, takers.schools()))
        .sorted(
            Comparator.comparing((Set<String> set) -> -set.size())
                .thenComparing(set -> set.iterator().next()))
        .toList();
  }

  /** Codes in their order. */
  private static Set<String> schools(BitSet places, List<String> schools) {
    return places.stream().mapToObj(schools::get).collect(toCollection(TreeSet::new));
  }
}
