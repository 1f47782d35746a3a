package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.stats.CrossMoments;
import io.levelfield.stats.MeansModel;
import io.levelfield.stats.RandomInterceptIntegrated;
import io.levelfield.stats.RandomInterceptReml;
import io.levelfield.stats.SchoolMean;
import io.levelfield.stats.TooFewObservationsException;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Means in one measure, drawn towards the mean of schools, or of schools of the same size. The
 * spread among pupils is learnt from the schools that tell theirs; it then serves those that do
 * not.
 */
final class ShrunkenMeans {
  private final List<ResultTally> known;
  private final Shrinkage shrinkage;
  private final Optional<MeansModel> fit;

  ShrunkenMeans(List<ResultTally> tallies, Shrinkage shrinkage) {
    this.shrinkage = shrinkage;
    known =
        tallies.stream()
            .filter(t -> t.mean().isPresent() && t.participants().orElse(0) > 0)
            .toList();
    fit = fit(known.stream().filter(t -> participants(t) == 1 || t.sd().isPresent()).toList());
  }

  private Optional<MeansModel> fit(List<ResultTally> tallies) {
    List<CrossMoments> groups = new ArrayList<>();
    for (ResultTally tally : tallies) {
      long n = participants(tally);
      groups.add(
          CrossMoments.ofGroup(n, (double) n, mean(tally), squares(tally), covariates(tally)));
    }
    try {
      return switch (shrinkage) {
        case INTEGRATED -> Optional.of(RandomInterceptIntegrated.fit(groups, true));
        case REML -> Optional.of(RandomInterceptReml.fit(groups));
      };
    } catch (TooFewObservationsException e) {
      return Optional.empty();
    }
  }

  private double[] covariates(ResultTally tally) {
    return switch (shrinkage) {
      case INTEGRATED -> new double[] {Math.log((double) participants(tally))};
      case REML -> new double[0];
    };
  }

  Map<TallyKey, MeanEstimate> estimates() {
    Map<TallyKey, MeanEstimate> estimates = new HashMap<>();
    fit.ifPresent(
        f ->
            known.forEach(
                t ->
                    estimates.put(
                        t.key(),
                        suppressed(
                            t,
                            estimate(f.of((double) participants(t), mean(t), covariates(t)), 0)))));
    return estimates;
  }

  /** A mean that was suppressed may be any of its span, as far as the school's own is believed. */
  private static MeanEstimate suppressed(ResultTally tally, MeanEstimate estimate) {
    return tally
        .meanSpan()
        .map(
            span ->
                new MeanEstimate(
                    estimate.shrunken(),
                    Math.hypot(estimate.se(), estimate.reliability() * span.sd()),
                    estimate.reliability()))
        .orElse(estimate);
  }

  Optional<MeasureModel.Means> model() {
    return fit.map(
        f ->
            new MeasureModel.Means(
                f.schools(),
                f.intercept(),
                f.interceptSe(),
                f.tau2(),
                f.sigma2(),
                f.icc(),
                f.lowestDeviance()));
  }

  /** What a model says of a school as an estimate on a scale that begins at {@code shift}. */
  static MeanEstimate estimate(SchoolMean school, double shift) {
    return new MeanEstimate(shift + school.mean(), school.meanSe(), school.reliability());
  }

  private static long participants(ResultTally tally) {
    return tally.participants().orElseThrow();
  }

  private static double mean(ResultTally tally) {
    return tally.mean().orElseThrow();
  }

  private static double squares(ResultTally tally) {
    double sd = tally.sd().orElse(0);
    return (participants(tally) - 1) * sd * sd;
  }
}
