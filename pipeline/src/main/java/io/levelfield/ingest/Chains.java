package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Measures whose results may follow each other: of one subject, and of one procedure unless
 * procedures are crossed, in several years. Each measure has a number, in ascending order.
 */
final class Chains implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What the measures of a chain have in common; the procedure is empty where all are crossed. */
  private record Kind(String procedure, String subject) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int bySubject = subject.compareTo(other.subject);
      return bySubject != 0 ? bySubject : procedure.compareTo(other.procedure);
    }
  }

  private final List<Measure> measures;
  private final int[] chains;

  /**
   * @param across whether procedures are crossed
   */
  Chains(Collection<Measure> all, boolean across) {
    Map<Kind, Set<Measure>> byKind =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    measure -> new Kind(across ? "" : measure.procedure(), measure.subject()),
                    TreeMap::new,
                    Collectors.toCollection(TreeSet::new)));
    byKind.values().removeIf(chain -> chain.stream().map(Measure::year).distinct().count() < 2);
    measures = byKind.values().stream().flatMap(Set::stream).sorted().toList();
    Map<Measure, Integer> chainOf = new HashMap<>();
    int number = 0;
    for (Set<Measure> chain : byKind.values()) {
      for (Measure measure : chain) {
        chainOf.put(measure, number);
      }
      number++;
    }
    chains = measures.stream().mapToInt(chainOf::get).toArray();
  }

  boolean isEmpty() {
    return measures.isEmpty();
  }

  List<Measure> measures() {
    return measures;
  }

  /** Number of the chain a measure belongs to. */
  int chain(int measure) {
    return chains[measure];
  }

  int year(int measure) {
    return measures.get(measure).year();
  }

  boolean sameProcedure(int one, int other) {
    return measures.get(one).procedure().equals(measures.get(other).procedure());
  }

  /** Measures with an earlier one in their chain. */
  Set<Measure> mayFollow() {
    return having((own, other) -> year(other) < year(own));
  }

  /** Measures with a later one in their chain. */
  Set<Measure> mayBeFollowed() {
    return having((own, other) -> year(other) > year(own));
  }

  private Set<Measure> having(BiPredicate<Integer, Integer> relation) {
    Set<Measure> having = new TreeSet<>();
    for (int own = 0; own < chains.length; own++) {
      for (int other = 0; other < chains.length; other++) {
        if (chains[own] == chains[other] && relation.test(own, other)) {
          having.add(measures.get(own));
        }
      }
    }
    return having;
  }
}
