package io.levelfield.support.partners;

import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.support.SubjectMeans;
import io.levelfield.support.SupportBasis;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

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

  private SubjectStandings() {}

  static SubjectStandings of(SupportBasis basis) {
    var standings = new SubjectStandings();
    List<OutcomeEstimate> judged =
        basis.outcomes().estimates().stream()
            .filter(e -> e.tally().key().measure().year() == basis.outcomes().year())
            .toList();
    Map<String, Double> expected = expected(basis, judged);
    SubjectMeans.of(basis.outcomes())
        .forEach(
            (subject, means) ->
                means.forEach(
                    (school, z) -> {
                      double bar = expected.getOrDefault(school, 0.0);
                      if (z < bar) {
                        put(standings.weak, school, subject);
                      } else if (z > bar) {
                        put(standings.strong, school, subject);
                      }
                    }));
    for (OutcomeEstimate estimate : judged) {
      if (isLow(estimate)) {
        String school = estimate.tally().key().schoolId();
        String subject = estimate.tally().key().measure().subject();
        put(standings.weak, school, subject);
        standings.strong.getOrDefault(school, new TreeSet<>()).remove(subject);
      }
    }
    return standings;
  }

  private static void put(Map<String, SortedSet<String>> standings, String school, String subject) {
    standings.computeIfAbsent(school, own -> new TreeSet<>()).add(subject);
  }

  private static boolean isLow(OutcomeEstimate estimate) {
    return estimate
        .share()
        .filter(share -> share.overThreshold().orElse(0) >= MORE_LIKELY_THAN_NOT)
        .isPresent();
  }

  /**
   * Expected z of schools: their z less what they are beyond expectation, in standard deviations.
   */
  private static Map<String, Double> expected(SupportBasis basis, List<OutcomeEstimate> judged) {
    Map<String, AdjustedResult> adjusted = new HashMap<>();
    basis.adjusted().results().forEach(result -> adjusted.put(result.schoolId(), result));
    double unit =
        basis.outcomes().inStandardDeviations()
            ? 1
            : judged.stream()
                .filter(estimate -> estimate.unit().isPresent())
                .mapToDouble(estimate -> estimate.unit().getAsDouble())
                .findFirst()
                .orElse(1);
    Map<String, Double> expected = new HashMap<>();
    for (SchoolResult result : basis.outcomes().results()) {
      AdjustedResult beside = adjusted.get(result.schoolId());
      if (beside != null && result.z().isPresent()) {
        double residual = beside.residual() / unit;
        expected.put(result.schoolId(), result.z().getAsDouble() - residual);
      }
    }
    return expected;
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
