package io.levelfield.outcome;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.study.WithinSd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Results with the spread of pupils within schools that the study assumes where their source does
 * not tell it: as {@code outcome.within_sd} says, else what the published standard deviation of all
 * pupils leaves when the spread of schools' means is taken out. So single means have intervals.
 */
final class AssumedSpread {
  private final List<ResultTally> tallies = new ArrayList<>();
  private final Set<TallyKey> assumed = new HashSet<>();
  private final List<Message> notes = new ArrayList<>();

  /**
   * @param results ordered by key
   * @param overall standard deviation of all pupils of a measure, where published
   * @param settings of the study
   */
  AssumedSpread(List<ResultTally> results, Map<Measure, Double> overall, List<WithinSd> settings) {
    Map<Measure, Double> spreads = new TreeMap<>();
    results.stream()
        .collect(Collectors.groupingBy(ResultTally::measure, TreeMap::new, Collectors.toList()))
        .forEach(
            (measure, own) -> {
              if (own.stream().anyMatch(AssumedSpread::lacksSpread)) {
                within(measure, own, overall, settings).ifPresent(sd -> spreads.put(measure, sd));
              }
            });
    for (ResultTally tally : results) {
      Double sd = spreads.get(tally.measure());
      if (sd != null && lacksSpread(tally)) {
        tallies.add(tally.withSd(sd));
        assumed.add(tally.key());
      } else {
        tallies.add(tally);
      }
    }
    if (!assumed.isEmpty()) {
      notes.add(Message.of("outcome.assumed-spread", assumed.size(), spreads.size()));
    }
  }

  private static boolean lacksSpread(ResultTally tally) {
    return tally.sd().isEmpty() && tally.mean().isPresent() && tally.participants().orElse(0) > 1;
  }

  private OptionalDouble within(
      Measure measure,
      List<ResultTally> own,
      Map<Measure, Double> overall,
      List<WithinSd> settings) {
    OptionalDouble said =
        settings.stream()
            .filter(setting -> setting.fits(measure))
            .max(Comparator.comparingInt(WithinSd::named))
            .map(setting -> OptionalDouble.of(setting.sd()))
            .orElse(OptionalDouble.empty());
    if (said.isPresent() || !overall.containsKey(measure)) {
      return said;
    }
    double all = overall.get(measure);
    double variance = remaining(own, all * all);
    if (variance > 0) {
      return OptionalDouble.of(Math.sqrt(variance));
    }
    notes.add(Message.of("outcome.spread-too-small", measure.toString(), all));
    return OptionalDouble.empty();
  }

  /** Variance within schools: (N-1)S² = Σ(n-1)s² + Σn(ȳ-M)², s the same in all schools. */
  private static double remaining(List<ResultTally> own, double variance) {
    double pupils = 0;
    double sum = 0;
    int schools = 0;
    for (ResultTally tally : own) {
      if (tally.mean().isPresent() && tally.participants().isPresent()) {
        pupils += tally.participants().getAsLong();
        sum += tally.participants().getAsLong() * tally.mean().getAsDouble();
        schools++;
      }
    }
    double between = 0;
    for (ResultTally tally : own) {
      if (tally.mean().isPresent() && tally.participants().isPresent()) {
        double apart = tally.mean().getAsDouble() - sum / pupils;
        between += tally.participants().getAsLong() * apart * apart;
      }
    }
    return ((pupils - 1) * variance - between) / (pupils - schools);
  }

  /** The results, ordered as they came. */
  List<ResultTally> tallies() {
    return tallies;
  }

  /** Those whose spread is assumed. */
  Set<TallyKey> assumed() {
    return assumed;
  }

  /** What was assumed, and what could not be. */
  List<Message> notes() {
    return notes;
  }
}
