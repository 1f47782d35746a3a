package io.levelfield.cluster;

import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Passport;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.SimilarSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts together what schools are grouped by. A school that lacks a feature is left out. */
public final class SchoolFeatures {
  private final Map<String, Indicator> indicators;
  private final Map<String, Map<String, Double>> valuesOf = new HashMap<>();

  /**
   * @param context each school's current index, at most one per school
   * @param passports each school's current passport, at most one per school
   * @param indicators by key, for their direction
   */
  public SchoolFeatures(
      List<SchoolResult> results,
      List<ContextScore> context,
      List<AdjustedResult> adjusted,
      List<Passport> passports,
      Map<String, Indicator> indicators) {
    this.indicators = Map.copyOf(indicators);
    Map<String, Double> result = values(ClusterSettings.RESULT);
    results.forEach(r -> r.result().ifPresent(value -> result.put(r.schoolId(), value)));
    Map<String, Double> index = values(ClusterSettings.CONTEXT_INDEX);
    context.forEach(score -> index.put(score.schoolId(), score.index()));
    Map<String, Double> residual = values(ClusterSettings.ADJUSTED_RESULT);
    adjusted.forEach(a -> residual.put(a.schoolId(), a.residual()));
    Map<String, Double> size = values(SimilarSettings.SIZE);
    for (SchoolResult r : results) {
      if (r.participants().orElse(0) > 0) {
        double years = r.lastYear() - r.firstYear() + 1;
        size.put(r.schoolId(), Math.log(r.participants().getAsLong() / years));
      }
    }
    for (Passport passport : passports) {
      passport.values().forEach((key, value) -> values(key).put(passport.schoolId(), value));
    }
  }

  /** The features of schools as they are now. */
  public static SchoolFeatures of(
      Outcomes outcomes,
      ContextFindings context,
      AdjustedOutcomes adjusted,
      Map<String, Indicator> indicators) {
    return new SchoolFeatures(
        outcomes.results(), context.current(), adjusted.results(), context.passports(), indicators);
  }

  private Map<String, Double> values(String feature) {
    return valuesOf.computeIfAbsent(feature, key -> new HashMap<>());
  }

  /**
   * The schools that have every one of these features.
   *
   * @param keys features of the study
   */
  public FeatureMatrix of(List<String> keys) {
    var schools = new TreeSet<>(values(keys.get(0)).keySet());
    keys.forEach(key -> schools.retainAll(values(key).keySet()));
    List<double[]> rows = new ArrayList<>();
    for (String school : schools) {
      rows.add(keys.stream().mapToDouble(key -> values(key).get(school)).toArray());
    }
    return new FeatureMatrix(
        List.copyOf(schools),
        keys.stream().map(this::feature).toList(),
        rows.toArray(double[][]::new));
  }

  /** Whether any school has the feature. */
  public boolean has(String key) {
    return !values(key).isEmpty();
  }

  private Feature feature(String key) {
    return switch (key) {
      case ClusterSettings.RESULT, ClusterSettings.ADJUSTED_RESULT ->
          new Feature(key, Axis.RESULT, true);
      case ClusterSettings.CONTEXT_INDEX, SimilarSettings.SIZE ->
          new Feature(key, Axis.CONTEXT, true);
      default ->
          new Feature(
              key, Axis.CONTEXT, indicators.get(key).direction() == Indicator.Direction.FAVOURABLE);
    };
  }
}
