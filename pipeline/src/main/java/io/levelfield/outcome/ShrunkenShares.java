package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.ShareEstimate;
import io.levelfield.stats.Interval;
import io.levelfield.stats.SharePosterior;
import io.levelfield.stats.SharePrior;
import io.levelfield.stats.WilsonInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Shares below the minimum in one measure: each school's own interval, and the share that remains
 * when what its few pupils show is weighed against what other schools show. With one school there
 * are no others, and the share stays as it is, without a probability.
 */
final class ShrunkenShares {
  private final List<ResultTally> counted;
  private final double threshold;
  private final double confidence;
  private final Optional<SharePrior> fit;

  ShrunkenShares(List<ResultTally> tallies, double threshold, double confidence) {
    this.threshold = threshold;
    this.confidence = confidence;
    counted =
        tallies.stream()
            .filter(t -> t.belowMinimum().isPresent() && t.participants().orElse(0) > 0)
            .toList();
    fit =
        counted.size() < 2
            ? Optional.empty()
            : Optional.of(
                SharePrior.fit(
                    counted.stream().mapToLong(ShrunkenShares::below).toArray(),
                    counted.stream().mapToLong(ShrunkenShares::participants).toArray()));
  }

  Map<TallyKey, ShareEstimate> estimates() {
    record Count(long below, long participants) {}
    Map<Count, ShareEstimate> known = new HashMap<>();
    Map<TallyKey, ShareEstimate> estimates = new HashMap<>();
    for (ResultTally tally : counted) {
      var count = new Count(below(tally), participants(tally));
      estimates.put(
          tally.key(), known.computeIfAbsent(count, c -> estimate(c.below(), c.participants())));
    }
    return estimates;
  }

  Optional<MeasureModel.Shares> model() {
    return fit.map(
        f -> {
          Interval mean = f.meanInterval(confidence);
          Interval concentration = f.concentrationInterval(confidence);
          return new MeasureModel.Shares(
              f.schools(),
              f.shape(),
              f::without,
              f.mean(),
              mean.low(),
              mean.high(),
              f.concentration(),
              concentration.low(),
              concentration.high());
        });
  }

  private ShareEstimate estimate(long below, long participants) {
    Interval own = WilsonInterval.of(below, participants, confidence);
    Optional<SharePosterior> posterior = fit.map(f -> f.posterior(below, participants));
    return new ShareEstimate(
        own.low(),
        own.high(),
        number(posterior.map(SharePosterior::mean)),
        number(posterior.map(p -> p.probabilityAtLeast(threshold))));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static long below(ResultTally tally) {
    return tally.belowMinimum().orElseThrow();
  }

  private static long participants(ResultTally tally) {
    return tally.participants().orElseThrow();
  }
}
