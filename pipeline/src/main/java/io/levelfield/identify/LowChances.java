package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.model.outcome.MeasureModel.Shares;
import io.levelfield.stats.BetaPosterior;
import io.levelfield.stats.BinomialTail;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Chances behind the rule for low results. What was worked out for one school serves others with
 * the same counts.
 */
final class LowChances {
  private record Posterior(Shares spread, long below, long participants) {}

  private record Alarm(double share, long participants) {}

  private final LowCriterion criterion;
  private final Map<Posterior, Double> posteriors = new HashMap<>();
  private final Map<Alarm, Double> alarms = new HashMap<>();

  LowChances(LowCriterion criterion) {
    this.criterion = criterion;
  }

  /**
   * That the school's true shares fulfil the rule, given its pupils and what other schools show;
   * empty where there is no other school.
   */
  Optional<LowChance> ofTruth(SchoolCounts counts, int year) {
    return chance(counts, year, this::posterior);
  }

  /**
   * That the rule calls a school of this size low by chance though its true shares are the mean of
   * schools; empty where there is no other school, or where that mean is itself low.
   */
  Optional<LowChance> ofFalseAlarm(SchoolCounts counts, int year) {
    boolean meanIsLow =
        criterion.counted(counts, year).values().stream()
            .anyMatch(c -> c.spread().map(s -> s.mean() >= share()).orElse(false));
    return meanIsLow ? Optional.empty() : chance(counts, year, this::alarm);
  }

  private Optional<LowChance> chance(
      SchoolCounts counts, int year, ToDoubleFunction<Count> probability) {
    Map<Examination, Count> held = criterion.counted(counts, year);
    if (held.values().stream().anyMatch(count -> count.spread().isEmpty())) {
      return Optional.empty();
    }
    double[] now = new double[held.size()];
    double[] before = new double[held.size()];
    int e = 0;
    for (Map.Entry<Examination, Count> examination : held.entrySet()) {
      now[e] = probability.applyAsDouble(examination.getValue());
      before[e] = 1;
      for (int back = 1; back < criterion.settings().years(); back++) {
        Count earlier = criterion.counted(counts, year - back).get(examination.getKey());
        before[e] *=
            earlier == null || earlier.spread().isEmpty() ? 0 : probability.applyAsDouble(earlier);
      }
      e++;
    }
    return Optional.of(new LowChance(now, before));
  }

  private double posterior(Count count) {
    Shares spread = count.spread().orElseThrow();
    return posteriors.computeIfAbsent(
        new Posterior(spread, count.below(), count.participants()),
        key ->
            BetaPosterior.of(key.below(), key.participants(), spread.mean(), spread.concentration())
                .probabilityAtLeast(share()));
  }

  private double alarm(Count count) {
    return alarms.computeIfAbsent(
        new Alarm(count.spread().orElseThrow().mean(), count.participants()),
        key ->
            BinomialTail.atLeast(
                criterion.share().least(key.participants()), key.participants(), key.share()));
  }

  private double share() {
    return criterion.share().asDouble();
  }
}
