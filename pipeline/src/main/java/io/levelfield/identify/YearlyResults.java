package io.levelfield.identify;

import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Schools' results year by year. */
final class YearlyResults {
  private record Key(String school, int year) {}

  private final Map<String, NavigableMap<Integer, Year>> bySchool = new TreeMap<>();

  /**
   * A result.
   *
   * @param result as it stands
   * @param estimate drawn towards what is expected of the school; equal to {@code result} where its
   *     uncertainty is unknown
   * @param variance of the estimate; 0 likewise
   * @param weight its participants, or 1
   */
  record Year(double result, double estimate, double variance, double weight) {

    double se() {
      return Math.sqrt(variance);
    }
  }

  private YearlyResults() {}

  static YearlyResults of(Evidence evidence) {
    Map<Key, MeanEstimate> estimates = new HashMap<>();
    for (YearEstimate e : evidence.adjusted().yearly()) {
      estimates.put(new Key(e.schoolId(), e.year()), e.result());
    }
    var yearly = new YearlyResults();
    for (SchoolResult result : evidence.outcomes().yearly()) {
      double own = result.result().orElseThrow();
      var estimate =
          Optional.ofNullable(estimates.get(new Key(result.schoolId(), result.lastYear())));
      yearly
          .bySchool
          .computeIfAbsent(result.schoolId(), s -> new TreeMap<>())
          .put(
              result.lastYear(),
              new Year(
                  own,
                  estimate.map(MeanEstimate::shrunken).orElse(own),
                  estimate.map(e -> e.se() * e.se()).orElse(0.0),
                  result.participants().orElse(1)));
    }
    return yearly;
  }

  Set<String> schools() {
    return bySchool.keySet();
  }

  /** The school's years up to {@code last}, at most {@code span} of them in calendar years. */
  NavigableMap<Integer, Year> of(String school, int last, int span) {
    NavigableMap<Integer, Year> years = bySchool.getOrDefault(school, new TreeMap<>());
    return years.subMap(last - span, false, last, true);
  }

  /**
   * A year put together with those before it, weighted by participants; empty where the school has
   * no result in the year itself.
   */
  Optional<Year> pooled(String school, int year, int pooled) {
    NavigableMap<Integer, Year> years = of(school, year, pooled);
    return years.containsKey(year) ? Optional.of(mean(years.values())) : Optional.empty();
  }

  private static Year mean(Collection<Year> years) {
    double weights = 0;
    double results = 0;
    double estimates = 0;
    double variances = 0;
    for (Year year : years) {
      weights += year.weight();
      results += year.weight() * year.result();
      estimates += year.weight() * year.estimate();
      variances += year.weight() * year.weight() * year.variance();
    }
    return new Year(
        results / weights, estimates / weights, variances / (weights * weights), weights);
  }
}
