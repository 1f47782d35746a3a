package io.levelfield.outcome;

import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.text.Message;
import io.levelfield.stats.CollinearColumnException;
import io.levelfield.stats.CrossMoments;
import io.levelfield.stats.NormalInterval;
import io.levelfield.stats.SchoolMean;
import io.levelfield.stats.TooFewObservationsException;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Pooled results with their uncertainty: a school's own result λ, the rest what its context lets
 * one expect. A school whose context is unknown is drawn towards the mean of schools instead.
 */
public final class ShrunkenResults {
  private final List<ShrunkenResult> results;
  private final List<YearEstimate> yearly;
  private final List<Message> notes;

  private ShrunkenResults(
      List<ShrunkenResult> results, List<YearEstimate> yearly, List<Message> notes) {
    this.results = List.copyOf(results);
    this.yearly = List.copyOf(yearly);
    this.notes = List.copyOf(notes);
  }

  /** Ordered by school; empty where chance variation within schools is unknown. */
  public List<ShrunkenResult> results() {
    return results;
  }

  /** The results of each year, ordered by school and year; empty likewise. */
  public List<YearEstimate> yearly() {
    return yearly;
  }

  /** What the standard errors rest on, or why there are none. */
  public List<Message> notes() {
    return notes;
  }

  /**
   * Estimates pooled results.
   *
   * @param pooling the results by measure
   * @param years the years that were pooled
   * @param pooled ordered by school
   * @param context school to regressors, all of the same length
   * @param adjusted results adjusted for the same regressors
   * @param confidence of intervals
   * @param shrinkage how the variance between schools is dealt with
   */
  public static ShrunkenResults of(
      PooledResults pooling,
      PoolingYears years,
      List<SchoolResult> pooled,
      Map<String, double[]> context,
      List<AdjustedResult> adjusted,
      double confidence,
      Shrinkage shrinkage) {
    Optional<PooledMoments> moments = PooledMoments.of(pooling, years);
    if (moments.isEmpty()) {
      return without("unknown");
    }
    Map<String, CrossMoments> bySchool = moments.get().bySchool();
    try {
      var models =
          new PooledModels(
              bySchool,
              context,
              shrinkage == Shrinkage.REML ? Map.of() : pooling.sizes(years),
              shrinkage);
      var estimator = new Estimator(models, bySchool, adjusted, confidence);
      List<ShrunkenResult> results = new ArrayList<>();
      pooled.forEach(result -> results.add(estimator.estimate(result)));
      return new ShrunkenResults(
          results, estimator.yearly(pooling, moments.get()), List.of(basis(moments.get().basis())));
    } catch (TooFewObservationsException e) {
      return without("too-few");
    } catch (CollinearColumnException e) {
      return without("same-context");
    }
  }

  private static ShrunkenResults without(String reason) {
    return new ShrunkenResults(
        List.of(), List.of(), List.of(Message.of("outcome.no-errors-" + reason)));
  }

  private static Message basis(PooledMoments.Basis basis) {
    return switch (basis) {
      case YEARS -> Message.of("outcome.errors-from-years");
      case PUPILS -> Message.of("outcome.errors-from-pupils");
    };
  }

  /** What the models say of a school. */
  private static final class Estimator {
    private final PooledModels models;
    private final Map<String, CrossMoments> bySchool;
    private final Map<String, AdjustedResult> adjusted;
    private final double confidence;

    Estimator(
        PooledModels models,
        Map<String, CrossMoments> bySchool,
        List<AdjustedResult> adjusted,
        double confidence) {
      this.models = models;
      this.bySchool = bySchool;
      this.adjusted =
          adjusted.stream()
              .collect(Collectors.toMap(AdjustedResult::schoolId, Function.identity()));
      this.confidence = confidence;
    }

    /** A year of a school, as though it were a school with that year's pupils only. */
    List<YearEstimate> yearly(PooledResults pooling, PooledMoments moments) {
      var years = pooling.byYear();
      List<YearEstimate> estimates = new ArrayList<>();
      for (SchoolResult result : pooling.yearly()) {
        String school = result.schoolId();
        CrossMoments own = moments.ofYear(pooling, years.get(school).get(result.lastYear()));
        double shift = result.result().orElseThrow() - own.mean();
        estimates.add(
            new YearEstimate(
                school, result.lastYear(), ShrunkenMeans.estimate(models.of(school, own), shift)));
      }
      return estimates;
    }

    ShrunkenResult estimate(SchoolResult pooled) {
      String school = pooled.schoolId();
      CrossMoments own = bySchool.get(school);
      SchoolMean prediction = models.of(school, own);
      // The model speaks of deviations from each measure's mean; the result may be a raw mean.
      double shift = pooled.result().orElseThrow() - own.mean();
      return new ShrunkenResult(
          school,
          ShrunkenMeans.estimate(prediction, shift),
          models.inContext(school)
              ? Optional.ofNullable(adjusted.get(school))
                  .map(a -> adjusted(a, prediction, models.sigma2(school) / own.weight()))
              : Optional.empty());
    }

    private ShrunkenResult.Adjusted adjusted(
        AdjustedResult adjustedResult, SchoolMean prediction, double chanceVariance) {
      double se = Math.hypot(Math.sqrt(chanceVariance), prediction.fixedSe());
      var interval = NormalInterval.of(adjustedResult.residual(), se, confidence);
      return new ShrunkenResult.Adjusted(
          interval.low(), interval.high(), prediction.deviation(), prediction.deviationSe());
    }
  }
}
