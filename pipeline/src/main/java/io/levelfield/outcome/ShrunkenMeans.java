package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.stats.OneWayReml;
import io.levelfield.stats.RandomInterceptReml.Prediction;
import io.levelfield.stats.TooFewObservationsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Means in one measure, drawn towards the mean of schools. The spread among pupils is learnt from
 * the schools that tell theirs; it then serves those that do not.
 */
final class ShrunkenMeans {
  private final List<ResultTally> known;
  private final Optional<OneWayReml> fit;

  ShrunkenMeans(List<ResultTally> tallies) {
    known =
        tallies.stream()
            .filter(t -> t.mean().isPresent() && t.participants().orElse(0) > 0)
            .toList();
    fit = fit(known.stream().filter(t -> participants(t) == 1 || t.sd().isPresent()).toList());
  }

  private static Optional<OneWayReml> fit(List<ResultTally> tallies) {
    try {
      return Optional.of(
          OneWayReml.fit(
              tallies.stream().mapToLong(ShrunkenMeans::participants).toArray(),
              tallies.stream().mapToDouble(ShrunkenMeans::mean).toArray(),
              tallies.stream().mapToDouble(ShrunkenMeans::squares).toArray()));
    } catch (TooFewObservationsException e) {
      return Optional.empty();
    }
  }

  Map<TallyKey, MeanEstimate> estimates() {
    Map<TallyKey, MeanEstimate> estimates = new HashMap<>();
    fit.ifPresent(
        f ->
            known.forEach(
                t -> estimates.put(t.key(), estimate(f.predict(participants(t), mean(t)), 0))));
    return estimates;
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
                Double.isFinite(f.deviance())
                    ? OptionalDouble.of(f.deviance())
                    : OptionalDouble.empty()));
  }

  /** A prediction as an estimate on a scale that begins at {@code shift}. */
  static MeanEstimate estimate(Prediction prediction, double shift) {
    return new MeanEstimate(
        shift + prediction.mean(), prediction.meanSe(), prediction.reliability());
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
