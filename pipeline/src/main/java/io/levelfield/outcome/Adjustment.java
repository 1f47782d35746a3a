package io.levelfield.outcome;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.LikelyContext;
import io.levelfield.model.input.Passport;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.stats.NormalTail;
import io.levelfield.study.OutcomeSettings;
import io.levelfield.study.OutcomeSettings.AdjustBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The stage: results beside what the schools' context lets one expect, and the uncertainty of both.
 */
public final class Adjustment {
  private final Outcomes outcomes;
  private final ContextFindings context;
  private final List<Passport> passports;
  private final Regressors regressors;

  private Adjustment(
      Outcomes outcomes, ContextFindings context, List<Passport> passports, Regressors regressors) {
    this.outcomes = outcomes;
    this.context = context;
    this.passports = passports;
    this.regressors = regressors;
  }

  /**
   * Adjusts results.
   *
   * @param passports of all years, ordered by school and year
   * @param indicators keys of the index's indicators; none without an index
   * @throws io.levelfield.model.InputsRefused if the regression cannot be made
   */
  public static AdjustedOutcomes of(
      Outcomes outcomes,
      ContextFindings context,
      List<Passport> passports,
      List<String> indicators,
      OutcomeSettings settings) {
    var regressors = new Regressors(settings.adjustBy(), indicators);
    return new Adjustment(outcomes, context, passports, regressors).of(settings);
  }

  /**
   * Adjusts results that have no error: what schools truly are in a simulated district. The
   * expectation is fitted on them as on any others.
   *
   * @throws io.levelfield.model.InputsRefused if the regression cannot be made
   */
  public static AdjustedOutcomes ofTruth(
      Outcomes outcomes, ContextFindings context, List<String> indicators, AdjustBy adjustBy) {
    var regressors = new Regressors(adjustBy, indicators);
    return new Adjustment(outcomes, context, List.of(), regressors).ofTruth();
  }

  private AdjustedOutcomes ofTruth() {
    Map<String, double[]> now = regressors.of(context.current(), context.passports(), List.of());
    List<AdjustedResult> adjusted =
        regressors.known()
            ? ResultAdjustment.fit(outcomes.results(), now, regressors.names())
                .of(outcomes.results(), now)
            : List.of();
    Map<String, ShrunkenResult.Adjusted> certain = new HashMap<>();
    adjusted.forEach(
        own ->
            certain.put(
                own.schoolId(),
                new ShrunkenResult.Adjusted(own.residual(), own.residual(), own.residual(), 0)));
    return new AdjustedOutcomes(
        adjusted,
        new TreeMap<>(),
        outcomes.results().stream()
            .map(
                own ->
                    new ShrunkenResult(
                        own.schoolId(),
                        certain(own),
                        Optional.ofNullable(certain.get(own.schoolId()))))
            .toList(),
        outcomes.yearly().stream()
            .map(own -> new YearEstimate(own.schoolId(), own.lastYear(), certain(own)))
            .toList(),
        List.of(),
        List.of());
  }

  private static MeanEstimate certain(SchoolResult result) {
    return new MeanEstimate(result.result().orElseThrow(), 0, 1);
  }

  private AdjustedOutcomes of(OutcomeSettings settings) {
    List<LikelyContext> likely =
        SchoolYear.asOf(outcomes.year(), context.index().likely(), LikelyContext::key);
    Map<String, double[]> now = regressors.of(context.current(), context.passports(), likely);
    Optional<ResultAdjustment> fit =
        regressors.known()
            ? Optional.of(ResultAdjustment.fit(outcomes.results(), now, regressors.names()))
            : Optional.empty();
    List<AdjustedResult> adjusted =
        fit.map(own -> own.of(outcomes.results(), now)).orElse(List.of());
    var pooling =
        new PooledResults(
            Weighing.of(outcomes.estimates(), settings), OptionalInt.of(outcomes.year()));
    PoolingYears years = PoolingYears.of(settings);
    var shrunken =
        ShrunkenResults.of(
            pooling,
            years,
            outcomes.results(),
            now,
            adjusted,
            settings.confidence(),
            settings.shrinkage());
    return new AdjustedOutcomes(
        adjusted,
        fit.map(this::byYear).orElse(new TreeMap<>()),
        fit.map(own -> widened(shrunken.results(), own, likely, settings.confidence()))
            .orElse(shrunken.results()),
        shrunken.yearly(),
        ExpectedChanges.of(pooling, years, outcomes.results(), shrunken.results()),
        Stream.concat(
                fit.stream().flatMap(own -> own.notes(settings.confidence()).stream()),
                shrunken.notes().stream())
            .toList());
  }

  /** With the error of what is expected where a passport is a sample of the intake. */
  private List<ShrunkenResult> widened(
      List<ShrunkenResult> shrunken,
      ResultAdjustment fit,
      List<LikelyContext> likely,
      double confidence) {
    Map<String, Double> errors = new HashMap<>();
    likely.forEach(
        own -> errors.put(own.schoolId(), Math.sqrt(fit.variance(regressors.variances(own)))));
    double reach = NormalTail.quantile((1 + confidence) / 2);
    return shrunken.stream()
        .map(
            own -> {
              double error = errors.getOrDefault(own.schoolId(), 0.0);
              return error == 0
                  ? own
                  : new ShrunkenResult(
                      own.schoolId(),
                      own.result(),
                      own.adjusted().map(adjusted -> widened(adjusted, error, reach)));
            })
        .toList();
  }

  private static ShrunkenResult.Adjusted widened(
      ShrunkenResult.Adjusted adjusted, double error, double reach) {
    double centre = (adjusted.low() + adjusted.high()) / 2;
    double half = Math.hypot((adjusted.high() - adjusted.low()) / 2, reach * error);
    return new ShrunkenResult.Adjusted(
        centre - half, centre + half, adjusted.shrunken(), Math.hypot(adjusted.se(), error));
  }

  private SortedMap<Integer, List<AdjustedResult>> byYear(ResultAdjustment fit) {
    SortedMap<Integer, List<SchoolResult>> years = new TreeMap<>();
    outcomes
        .yearly()
        .forEach(r -> years.computeIfAbsent(r.lastYear(), y -> new ArrayList<>()).add(r));
    SortedMap<Integer, List<AdjustedResult>> adjusted = new TreeMap<>();
    years.forEach((year, results) -> adjusted.put(year, fit.of(results, known(year))));
    return adjusted;
  }

  private Map<String, double[]> known(int year) {
    return regressors.of(
        SchoolYear.asOf(year, context.scores(), ContextScore::key),
        SchoolYear.asOf(year, passports, Passport::key),
        SchoolYear.asOf(year, context.index().likely(), LikelyContext::key));
  }
}
