package io.levelfield.support.dynamics;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.support.SchoolChange.Slope;
import io.levelfield.stats.Slopes;
import io.levelfield.stats.Slopes.Scatter;
import io.levelfield.stats.Slopes.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By how much a school's result changes a year: the slope of an ordinary least-squares line through
 * all its results until a year. Its error is that of results around their lines, of all schools
 * together; where these are too few to tell, that of the results themselves.
 */
final class ResultSlopes {
  private static final int FEWEST_YEARS = 3;

  private final Map<String, List<SchoolResult>> results = new HashMap<>();
  private final Map<SchoolYear, Double> variances = new HashMap<>();
  private final Optional<Scatter> scatter;

  /**
   * @param estimates the same results with their errors; empty where these are unknown
   */
  ResultSlopes(Outcomes outcomes, Collection<YearEstimate> estimates) {
    for (SchoolResult result : outcomes.yearly()) {
      if (result.result().isPresent()) {
        results.computeIfAbsent(result.schoolId(), school -> new ArrayList<>()).add(result);
      }
    }
    for (YearEstimate estimate : estimates) {
      MeanEstimate own = estimate.result();
      if (own.reliability() > 0) {
        // λ·se² of a result is its shrunken estimate's variance.
        variances.put(
            new SchoolYear(estimate.schoolId(), estimate.year()),
            own.se() * own.se() / own.reliability());
      }
    }
    List<Series> lines =
        results.values().stream()
            .filter(own -> own.size() >= FEWEST_YEARS)
            .map(ResultSlopes::series)
            .toList();
    scatter = Slopes.tellScatter(lines) ? Optional.of(Slopes.scatter(lines)) : Optional.empty();
  }

  private static Series series(List<SchoolResult> years) {
    return new Series(
        years.stream().mapToDouble(SchoolResult::lastYear).toArray(),
        years.stream().mapToDouble(year -> year.result().orElseThrow()).toArray(),
        years.stream().mapToDouble(year -> Math.max(1, year.participants().orElse(1))).toArray());
  }

  /** The school's slope; empty where it has results of fewer than three years until this one. */
  Optional<Slope> of(String school, int year) {
    List<SchoolResult> own =
        results.getOrDefault(school, List.of()).stream()
            .filter(result -> result.lastYear() <= year)
            .toList();
    if (own.size() < FEWEST_YEARS || own.get(own.size() - 1).lastYear() != year) {
      return Optional.empty();
    }
    Series series = series(own);
    OptionalDouble variance =
        scatter.isPresent()
            ? OptionalDouble.of(scatter.get().slopeVariance(series))
            : ofResults(own, series);
    return Optional.of(
        new Slope(
            series.slope(),
            variance.isPresent()
                ? OptionalDouble.of(Math.sqrt(variance.getAsDouble()))
                : OptionalDouble.empty()));
  }

  private OptionalDouble ofResults(List<SchoolResult> own, Series series) {
    double[] known =
        own.stream()
            .map(result -> new SchoolYear(result.schoolId(), result.lastYear()))
            .filter(variances::containsKey)
            .mapToDouble(variances::get)
            .toArray();
    return known.length == own.size()
        ? OptionalDouble.of(series.slopeVariance(known))
        : OptionalDouble.empty();
  }
}
