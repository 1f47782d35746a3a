package io.levelfield.outcome;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.ShareEstimate;
import io.levelfield.model.outcome.TrueShares;
import io.levelfield.stats.CovariateChoice;
import io.levelfield.stats.GroupedResponse;
import io.levelfield.stats.Interval;
import io.levelfield.stats.SharePosterior;
import io.levelfield.stats.SharePrior;
import io.levelfield.stats.WilsonInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Shares below the minimum in one measure: each school's own interval, and the share that remains
 * when what its few pupils show is weighed against what other schools show. With one school there
 * are no others, and the share stays as it is, without a probability.
 */
final class ShrunkenShares {
  private static final int MOST_COUNTS = 50;

  private final List<ResultTally> counted;
  private final double threshold;
  private final double confidence;
  private final Map<String, Double> covariate = new HashMap<>();
  private final List<String> chosen;
  private final Optional<SharePrior> fit;

  ShrunkenShares(
      List<ResultTally> tallies, Circumstances circumstances, double threshold, double confidence) {
    this.threshold = threshold;
    this.confidence = confidence;
    counted =
        tallies.stream()
            .filter(t -> t.belowMinimum().isPresent() && t.participants().orElse(0) > 0)
            .toList();
    long[] below = counted.stream().mapToLong(ShrunkenShares::below).toArray();
    long[] participants = counted.stream().mapToLong(ShrunkenShares::participants).toArray();
    Optional<CovariateChoice> choice =
        counted.size() < 2
            ? Optional.empty()
            : CovariateChoice.of(
                GroupedResponse.ofShares(below, participants), circumstances.offers(counted));
    // Size is always tried: whether shares go with it is then averaged over.
    chosen = choice.map(CovariateChoice::names).orElse(List.of(Circumstances.SIZE));
    double[] values =
        choice
            .map(CovariateChoice::score)
            .orElseGet(
                () ->
                    counted.stream()
                        .mapToDouble(t -> circumstances.bySize() ? Circumstances.logSize(t) : 0)
                        .toArray());
    for (int i = 0; i < values.length; i++) {
      covariate.put(counted.get(i).schoolId(), values[i]);
    }
    fit =
        counted.size() < 2
            ? Optional.empty()
            : Optional.of(
                SharePrior.fit(
                    below,
                    participants,
                    values,
                    choice.map(CovariateChoice::doubt).orElse(new double[values.length])));
  }

  Map<TallyKey, ShareEstimate> estimates() {
    record Count(int kind, long low, long high, long participants) {}
    Map<Count, ShareEstimate> known = new HashMap<>();
    Map<TallyKey, ShareEstimate> estimates = new HashMap<>();
    for (ResultTally tally : counted) {
      long low = tally.belowSpan().map(span -> Math.round(span.low())).orElse(below(tally));
      long high = tally.belowSpan().map(span -> Math.round(span.high())).orElse(below(tally));
      var count =
          new Count(
              fit.map(f -> f.kind(covariate.get(tally.schoolId()))).orElse(0),
              low,
              Math.min(high, participants(tally)),
              participants(tally));
      estimates.put(
          tally.key(),
          known.computeIfAbsent(
              count, c -> estimate(c.kind(), c.low(), c.high(), c.participants())));
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
              f.moving() ? f.shape() + "-by-" + String.join("-and-", chosen) : f.shape(),
              new Spread(f, covariate, chosen.contains(Circumstances.INDEX)),
              f.mean(),
              mean.low(),
              mean.high(),
              f.concentration(),
              concentration.low(),
              concentration.high());
        });
  }

  /** What later stages may ask of the fit. A key of theirs, so no record: it has all schools. */
  private static final class Spread implements TrueShares {
    private final SharePrior fit;
    private final Map<String, Double> covariate;
    private final boolean byIndex;

    Spread(SharePrior fit, Map<String, Double> covariate, boolean byIndex) {
      this.fit = fit;
      this.covariate = Map.copyOf(covariate);
      this.byIndex = byIndex;
    }

    @Override
    public boolean byIndex() {
      return byIndex;
    }

    @Override
    public int kind(String schoolId) {
      return fit.kind(covariate.get(schoolId));
    }

    @Override
    public double[] without(int kind, long below, long participants) {
      return fit.without(kind, below, participants);
    }

    @Override
    public double[] of(int kind) {
      return fit.of(kind);
    }
  }

  /**
   * A count that was suppressed may be any from low to high: the interval holds those of all of
   * them, and what is expected is the mean over them, each as likely as another.
   */
  private ShareEstimate estimate(int kind, long low, long high, long participants) {
    List<SharePosterior> posteriors =
        fit.map(f -> counts(low, high).mapToObj(k -> f.posterior(kind, k, participants)).toList())
            .orElse(List.of());
    return new ShareEstimate(
        WilsonInterval.of(low, participants, confidence).low(),
        WilsonInterval.of(high, participants, confidence).high(),
        posteriors.stream().mapToDouble(SharePosterior::mean).average(),
        posteriors.stream().mapToDouble(p -> p.probabilityAtLeast(threshold)).average());
  }

  /** All counts from low to high, or as many as matter, evenly spaced. */
  private static LongStream counts(long low, long high) {
    long step = (high - low) / MOST_COUNTS + 1;
    return LongStream.iterate(low, k -> k <= high, k -> k + step);
  }

  private static long below(ResultTally tally) {
    return tally.belowMinimum().orElseThrow();
  }

  private static long participants(ResultTally tally) {
    return tally.participants().orElseThrow();
  }
}
