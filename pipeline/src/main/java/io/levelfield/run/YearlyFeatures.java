package io.levelfield.run;

import io.levelfield.cluster.SchoolFeatures;
import io.levelfield.context.CurrentContext;
import io.levelfield.model.AdjustedResult;
import io.levelfield.model.ContextScore;
import io.levelfield.model.FeatureMatrix;
import io.levelfield.model.Passport;
import io.levelfield.model.SchoolResult;
import io.levelfield.outcome.ResultAdjustment;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The features of schools in each year with results: that year's results alone, the context known
 * then, and what the present fit makes of both.
 *
 * @param yearly every school's result in each year
 * @param scores every school-year's index
 * @param adjustment of pooled results for present context; absent without context
 */
record YearlyFeatures(
    List<SchoolResult> yearly,
    List<ContextScore> scores,
    List<Passport> passports,
    Regressors regressors,
    Optional<ResultAdjustment> adjustment,
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
    List<ContextScore> context =
        CurrentContext.asOf(year, scores, ContextScore::schoolId, ContextScore::year);
    List<Passport> known = CurrentContext.asOf(year, passports, Passport::schoolId, Passport::year);
    List<AdjustedResult> adjusted =
        adjustment.map(fit -> fit.of(results, regressors.of(context, known))).orElse(List.of());
    return new SchoolFeatures(results, context, adjusted, known, indicators);
  }
}
