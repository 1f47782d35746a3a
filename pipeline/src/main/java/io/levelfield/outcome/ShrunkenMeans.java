package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.stats.CovariateChoice;
import io.levelfield.stats.CrossMoments;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.GroupedResponse;
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
import java.util.stream.DoubleStream;

/**
 * Means in one measure, drawn towards the mean of schools, or of schools like them in what means go
 * with: size, settlement, index. The spread among pupils is learnt from the schools that tell
 * theirs; it then serves those that do not.
 */
final class ShrunkenMeans {
  private static final double[] NONE = {};

  private final List<ResultTally> known;
  private final Shrinkage shrinkage;
  private final Map<String, double[]> covariates = new HashMap<>();
  private List<String> alikeBy = List.of();
  private boolean lastIsOptional;
  private final Optional<MeansModel> fit;

  ShrunkenMeans(List<ResultTally> tallies, Circumstances circumstances, Shrinkage shrinkage) {
    this.shrinkage = shrinkage;
    known =
        tallies.stream()
            .filter(t -> t.mean().isPresent() && t.participants().orElse(0) > 0)
            .toList();
    if (shrinkage == Shrinkage.INTEGRATED) {
      covariates(circumstances);
    }
    fit = fit(known.stream().filter(ShrunkenMeans::tellsSpread).toList());
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
        case INTEGRATED -> Optional.of(RandomInterceptIntegrated.fit(groups, lastIsOptional));
        case REML -> Optional.of(RandomInterceptReml.fit(groups));
      };
    } catch (TooFewObservationsException e) {
      return Optional.empty();
    }
  }

  /**
   * What means go with, and size, which the model may leave out again. Where some schools do not
   * tell their spread, size alone.
   */
  private void covariates(Circumstances circumstances) {
    Optional<CovariateChoice> choice = choice(circumstances);
    alikeBy = choice.map(CovariateChoice::names).orElse(List.of());
    lastIsOptional = circumstances.bySize() && !alikeBy.contains(Circumstances.SIZE);
    for (int i = 0; i < known.size(); i++) {
      int school = i;
      DoubleStream chosen =
          choice.stream().flatMap(own -> own.columns().stream()).mapToDouble(c -> c[school]);
      DoubleStream size =
          lastIsOptional
              ? DoubleStream.of(Circumstances.logSize(known.get(i)))
              : DoubleStream.empty();
      covariates.put(known.get(i).schoolId(), DoubleStream.concat(chosen, size).toArray());
    }
  }

  private Optional<CovariateChoice> choice(Circumstances circumstances) {
    double degrees = known.stream().mapToDouble(t -> participants(t) - 1).sum();
    double squares = known.stream().mapToDouble(ShrunkenMeans::squares).sum();
    return squares > 0 && known.stream().allMatch(ShrunkenMeans::tellsSpread)
        ? CovariateChoice.of(
            GroupedResponse.ofMeans(
                known.stream().mapToDouble(ShrunkenMeans::mean).toArray(),
                known.stream().mapToLong(ShrunkenMeans::participants).toArray(),
                squares / degrees),
            circumstances.offers(known))
        : Optional.empty();
  }

  private double[] covariates(ResultTally tally) {
    return covariates.getOrDefault(tally.schoolId(), NONE);
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
        f -> {
          double explained = explained(f);
          double between = f.tau2() + explained;
          return new MeasureModel.Means(
              f.schools(),
              String.join("-and-", alikeBy),
              f.intercept(),
              f.interceptSe(),
              between,
              f.sigma2(),
              explained > 0 ? between / (between + f.sigma2()) : f.icc(),
              f.lowestDeviance());
        });
  }

  /** Variance of means over schools that the chosen covariates explain. */
  private double explained(MeansModel model) {
    if (alikeBy.isEmpty()) {
      return 0;
    }
    return Descriptive.variance(
        known.stream()
            .mapToDouble(t -> model.of((double) participants(t), mean(t), covariates(t)).fixed())
            .toArray());
  }

  /** What a model says of a school as an estimate on a scale that begins at {@code shift}. */
  static MeanEstimate estimate(SchoolMean school, double shift) {
    return new MeanEstimate(shift + school.mean(), school.meanSe(), school.reliability());
  }

  private static boolean tellsSpread(ResultTally tally) {
    return participants(tally) == 1 || tally.sd().isPresent();
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
