package io.levelfield.identify;

import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.stats.HierarchicalNormal;
import io.levelfield.stats.HierarchicalNormal.Belief;
import io.levelfield.stats.Slopes;
import io.levelfield.stats.Slopes.Scatter;
import io.levelfield.stats.Slopes.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How schools' results change a year, in standard deviations (the unit of z-scores): the slope of a
 * line through some years, drawn towards the mean slope of schools as far as the slope's own error
 * asks for. A slope as it stands falls in every second school where none falls.
 */
final class Trends {
  /** Slopes of fewer schools are taken as they stand. */
  private static final int FEWEST = 5;

  private final Map<String, Belief> bySchool = new TreeMap<>();

  private Optional<HierarchicalNormal> spread = Optional.empty();

  private Trends() {}

  /**
   * Fits the lines.
   *
   * @param yearly results by school and year
   * @param estimates of them with their errors, where these are known; where none has any, slopes
   *     are taken as they stand
   * @param last year of the lines
   * @param years that a line needs, all of them
   */
  static Trends of(
      Collection<SchoolResult> yearly, Collection<YearEstimate> estimates, int last, int years) {
    Map<String, Map<Integer, SchoolResult>> results = new TreeMap<>();
    for (SchoolResult result : yearly) {
      if (result.z().isPresent() && result.lastYear() > last - years && result.lastYear() <= last) {
        results
            .computeIfAbsent(result.schoolId(), school -> new TreeMap<>())
            .put(result.lastYear(), result);
      }
    }
    results.values().removeIf(own -> own.size() < years);
    Map<String, Series> series = new TreeMap<>();
    results.forEach((school, own) -> series.put(school, series(own.values())));
    var trends = new Trends();
    Optional<Map<String, Double>> variances =
        Slopes.tellScatter(List.copyOf(series.values()))
            ? Optional.of(fromResiduals(series))
            : fromEstimates(series, results, estimates);
    if (!estimates.isEmpty() && estimates.stream().allMatch(e -> e.result().se() == 0)) {
      series.forEach((school, own) -> trends.bySchool.put(school, Belief.normal(own.slope(), 0)));
    } else {
      variances.ifPresent(known -> trends.shrink(series, known));
    }
    return trends;
  }

  private static Series series(Collection<SchoolResult> years) {
    return new Series(
        years.stream().mapToDouble(SchoolResult::lastYear).toArray(),
        years.stream().mapToDouble(year -> year.z().orElseThrow()).toArray(),
        years.stream().mapToDouble(year -> year.participants().orElse(1)).toArray());
  }

  private static Map<String, Double> fromResiduals(Map<String, Series> series) {
    Scatter scatter = Slopes.scatter(List.copyOf(series.values()));
    Map<String, Double> variances = new HashMap<>();
    series.forEach((school, own) -> variances.put(school, scatter.slopeVariance(own)));
    return variances;
  }

  /** λ·se² of a result is its shrunken estimate's variance. */
  private static Optional<Map<String, Double>> fromEstimates(
      Map<String, Series> series,
      Map<String, Map<Integer, SchoolResult>> results,
      Collection<YearEstimate> estimates) {
    Map<String, Map<Integer, MeanEstimate>> known = new HashMap<>();
    estimates.forEach(
        e ->
            known
                .computeIfAbsent(e.schoolId(), school -> new HashMap<>())
                .put(e.year(), e.result()));
    Map<String, Double> variances = new HashMap<>();
    series.forEach(
        (school, own) -> {
          List<Double> errors = new ArrayList<>();
          for (SchoolResult year : results.get(school).values()) {
            MeanEstimate e = known.getOrDefault(school, Map.of()).get(year.lastYear());
            if (e != null && e.reliability() > 0) {
              double unit = unit(results.get(school).values());
              errors.add(e.se() * e.se() / e.reliability() / (unit * unit));
            }
          }
          if (errors.size() == own.length()) {
            variances.put(
                school,
                own.slopeVariance(errors.stream().mapToDouble(Double::doubleValue).toArray()));
          }
        });
    return variances.isEmpty() ? Optional.empty() : Optional.of(variances);
  }

  /** A standard deviation in the result's unit, where that is another than the z-score's. */
  private static double unit(Collection<SchoolResult> years) {
    List<SchoolResult> own = List.copyOf(years);
    SchoolResult first = own.get(0);
    for (SchoolResult other : own) {
      double apart = other.z().orElseThrow() - first.z().orElseThrow();
      double results = other.result().orElseThrow() - first.result().orElseThrow();
      if (apart != 0 && results / apart > 0) {
        return results / apart;
      }
    }
    return 1;
  }

  private void shrink(Map<String, Series> series, Map<String, Double> variances) {
    List<String> schools = series.keySet().stream().filter(variances::containsKey).toList();
    double[] slopes = schools.stream().mapToDouble(s -> series.get(s).slope()).toArray();
    double[] errors = schools.stream().mapToDouble(variances::get).toArray();
    boolean told = schools.size() >= FEWEST && positive(errors);
    spread = told ? Optional.of(HierarchicalNormal.fit(slopes, errors)) : Optional.empty();
    for (int i = 0; i < slopes.length; i++) {
      double slope = slopes[i];
      double error = errors[i];
      bySchool.put(
          schools.get(i),
          spread
              .map(own -> own.of(slope, error))
              .orElseGet(() -> Belief.normal(slope, Math.sqrt(error))));
    }
  }

  private static boolean positive(double[] values) {
    for (double value : values) {
      if (!(value > 0)) {
        return false;
      }
    }
    return true;
  }

  /** A school's change a year; empty where a year is lacking or errors are unknown. */
  Optional<Belief> of(String school) {
    return Optional.ofNullable(bySchool.get(school));
  }

  /** How true changes spread over schools; empty where too few schools tell. */
  Optional<HierarchicalNormal> spread() {
    return spread;
  }

  /** Whether any school's change is known. */
  boolean isEmpty() {
    return bySchool.isEmpty();
  }
}
