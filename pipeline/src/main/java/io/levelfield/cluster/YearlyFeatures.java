package io.levelfield.cluster;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Passport;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The features of schools in each year with results: that year's results alone, the context known
 * then, and what the present fit makes of both.
 *
 * @param yearly every school's result in each year
 * @param adjusted the same by year, beside what the context known then lets one expect
 * @param scores every school-year's index
 * @param passports of all years
 */
record YearlyFeatures(
    List<SchoolResult> yearly,
    SortedMap<Integer, List<AdjustedResult>> adjusted,
    List<ContextScore> scores,
    List<Passport> passports,
    Map<String, Indicator> indicators) {

  /** The schools that have all of these features, by year. */
  SortedMap<Integer, FeatureMatrix> of(List<String> features) {
    SortedMap<Integer, List<SchoolResult>> years = new TreeMap<>();
    yearly.forEach(
        result -> years.computeIfAbsent(result.lastYear(), y -> new ArrayList<>()).add(result));
    SortedMap<Integer, FeatureMatrix> matrices = new TreeMap<>();
    years.forEach((year, results) -> matrices.put(year, features(year, results).of(features)));
    return matrices;
  }

  private SchoolFeatures features(int year, List<SchoolResult> results) {
    return new SchoolFeatures(
        results,
        SchoolYear.asOf(year, scores, ContextScore::key),
        adjusted.getOrDefault(year, List.of()),
        SchoolYear.asOf(year, passports, Passport::key),
        indicators);
  }
}
