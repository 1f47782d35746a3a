package io.levelfield.support.teachers;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.input.School;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.stats.Quantile;
import io.levelfield.support.SubjectMeans;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What schools achieve in a subject in the newest year: the mean z-score of its examinations,
 * weighted by participants; without a subject, the pooled result of all.
 */
public final class SubjectResults {
  private static final String NO_SUBJECT = "";

  /** Schools that bear one of these are helped and do not help. */
  private static final Set<Label> HELPED =
      Collections.unmodifiableSet(
          EnumSet.of(Label.LOW_RESULT, Label.STABLY_LOW_RESULT, Label.CRISIS));

  private final Map<String, Map<String, Double>> bySubject = new TreeMap<>();

  /** By subject and municipality, ascending. */
  private final Map<String, Map<String, double[]>> sorted = new HashMap<>();

  private final Map<String, Set<String>> doubted = new HashMap<>();
  private final Map<String, String> municipalities = new HashMap<>();
  private final Set<String> helped = new HashSet<>();

  private SubjectResults() {}

  /** Results of the year that labels speak of. */
  public static SubjectResults of(SupportBasis basis) {
    var results = new SubjectResults();
    int year = basis.outcomes().year();
    for (OutcomeEstimate estimate : basis.outcomes().estimates()) {
      TallyKey key = estimate.tally().key();
      if (key.measure().year() == year
          && (basis.quality().unconfirmed().contains(key)
              || basis.quality().offScale().contains(key))) {
        results.doubt(key.measure().subject(), key.schoolId());
        results.doubt(NO_SUBJECT, key.schoolId());
      }
    }
    results.bySubject.putAll(SubjectMeans.of(basis.outcomes()));
    Map<String, Double> pooled = new TreeMap<>();
    basis
        .outcomes()
        .results()
        .forEach(result -> result.z().ifPresent(z -> pooled.put(result.schoolId(), z)));
    results.bySubject.put(NO_SUBJECT, pooled);
    for (School school : basis.data().schools()) {
      results.municipalities.put(school.id(), school.municipality());
    }
    results.bySubject.forEach(
        (subject, own) -> results.sorted.put(subject, results.sortedByMunicipality(own)));
    basis.labels().identifications().stream()
        .filter(i -> i.formal() && HELPED.contains(i.label()))
        .map(Identification::schoolId)
        .forEach(results.helped::add);
    return results;
  }

  private void doubt(String subject, String school) {
    doubted.computeIfAbsent(subject, s -> new HashSet<>()).add(school);
  }

  /** The school's result; empty where it has none in the subject. */
  Optional<Double> of(String subject, String school) {
    return Optional.ofNullable(bySubject.getOrDefault(subject, Map.of()).get(school));
  }

  /** The school's municipality; empty text where the register gives none. */
  String municipality(String school) {
    return municipalities.getOrDefault(school, "");
  }

  /**
   * Whether a school does well enough in a subject to help others: its result is above the
   * percentile of its municipality's, no screen doubts it, and the school needs no help itself.
   */
  boolean canHelp(String subject, String school, double percentile) {
    Optional<Double> own = of(subject, school);
    return own.isPresent()
        && !helped.contains(school)
        && !doubted.getOrDefault(subject, Set.of()).contains(school)
        && own.get() > Quantile.ofSorted(sorted.get(subject).get(municipality(school)), percentile);
  }

  private Map<String, double[]> sortedByMunicipality(Map<String, Double> schools) {
    Map<String, List<Double>> groups = new HashMap<>();
    schools.forEach(
        (school, result) ->
            groups.computeIfAbsent(municipality(school), m -> new ArrayList<>()).add(result));
    Map<String, double[]> arrays = new HashMap<>();
    groups.forEach(
        (municipality, own) ->
            arrays.put(
                municipality, own.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
    return arrays;
  }
}
