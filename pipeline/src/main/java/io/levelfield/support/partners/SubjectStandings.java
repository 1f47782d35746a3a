package io.levelfield.support.partners;

import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.support.SupportBasis;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * In which subjects of the judged year a school is weak, and in which strong. A subject's z is the
 * mean of its examinations, weighted by participants; it stands beside the z that the school's
 * context lets one expect of all subjects (without context: beside the mean of schools). A subject
 * is weak below that, and also where the true share below the minimum in one of its examinations is
 * more likely than not as large as that of low results; strong is what lies above and is not weak.
 */
final class SubjectStandings {
  private static final double MORE_LIKELY_THAN_NOT = 0.5;

  private final Map<String, SortedSet<String>> weak = new HashMap<>();
  private final Map<String, SortedSet<String>> strong = new HashMap<>();

  /** Of a school's examinations in one subject. */
  private static final class Sum {
    private double weights;
    private double z;
    private boolean low;

    void add(OutcomeEstimate estimate) {
      double weight = estimate.tally().participants().orElse(1);
      if (estimate.z().isPresent()) {
        weights += weight;
        z += weight * estimate.z().getAsDouble();
      }
      low |=
          estimate
              .share()
              .filter(share -> share.overThreshold().orElse(0) >= MORE_LIKELY_THAN_NOT)
              .isPresent();
    }

    boolean isWeak(double expected) {
      return low || (weights > 0 && z / weights < expected);
    }

    boolean isStrong(double expected) {
      return !low && weights > 0 && z / weights > expected;
    }
  }

  private SubjectStandings() {}

  static SubjectStandings of(SupportBasis basis) {
    var standings = new SubjectStandings();
    List<OutcomeEstimate> judged =
        basis.outcomes().estimates().stream()
            .filter(e -> e.tally().key().measure().year() == basis.outcomes().year())
            .toList();
    Map<String, Map<String, Sum>> sums = new HashMap<>();
    for (OutcomeEstimate estimate : judged) {
      sums.computeIfAbsent(estimate.tally().key().schoolId(), school -> new HashMap<>())
          .computeIfAbsent(estimate.tally().key().measure().subject(), subject -> new Sum())
          .add(estimate);
    }
    Map<String, Double> expected = expected(basis, judged);
    sums.forEach(
        (school, bySubject) -> {
          double bar = expected.getOrDefault(school, 0.0);
          standings.weak.put(school, subjects(bySubject, sum -> sum.isWeak(bar)));
          standings.strong.put(school, subjects(bySubject, sum -> sum.isStrong(bar)));
        });
    return standings;
  }

  /**
   * Expected z of schools: their z less what they are beyond expectation, in standard deviations.
   */
  private static Map<String, Double> expected(SupportBasis basis, List<OutcomeEstimate> judged) {
    Map<String, AdjustedResult> adjusted = new HashMap<>();
    basis.adjusted().results().forEach(result -> adjusted.put(result.schoolId(), result));
    double unit =
        judged.stream()
            .filter(estimate -> estimate.unit().isPresent())
            .mapToDouble(estimate -> estimate.unit().getAsDouble())
            .findFirst()
            .orElse(1);
    Map<String, Double> expected = new HashMap<>();
    for (SchoolResult result : basis.outcomes().results()) {
      AdjustedResult beside = adjusted.get(result.schoolId());
      if (beside != null && result.z().isPresent()) {
        boolean inStandardDeviations = result.z().equals(result.result());
        double residual = beside.residual() / (inStandardDeviations ? 1 : unit);
        expected.put(result.schoolId(), result.z().getAsDouble() - residual);
      }
    }
    return expected;
  }

  private static SortedSet<String> subjects(Map<String, Sum> sums, Predicate<Sum> wanted) {
    SortedSet<String> found = new TreeSet<>();
    sums.forEach(
        (subject, sum) -> {
          if (wanted.test(sum)) {
            found.add(subject);
          }
        });
    return found;
  }

  /** Subjects in which the school is weak, ordered. */
  SortedSet<String> weak(String school) {
    return weak.getOrDefault(school, Collections.emptySortedSet());
  }

  /** Subjects in which the school is strong, ordered. */
  SortedSet<String> strong(String school) {
    return strong.getOrDefault(school, Collections.emptySortedSet());
  }
}
