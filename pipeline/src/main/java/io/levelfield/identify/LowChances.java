package io.levelfield.identify;

import io.levelfield.identify.LowPatterns.Part;
import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.stats.BinomialTail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chances behind the rule for low results. What was worked out for one school serves others with
 * the same counts.
 */
final class LowChances {
  private record Alarm(double share, long participants) {}

  private final LowCriterion criterion;
  private final LowBasis basis;
  private final Map<Alarm, Double> alarms = new HashMap<>();

  LowChances(LowCriterion criterion, LowBasis basis) {
    this.criterion = criterion;
    this.basis = basis;
  }

  /**
   * That the school's true shares fulfil the rule, given its pupils and what other schools show;
   * empty where there is no other school.
   */
  Optional<LowChance> ofTruth(SchoolCounts counts, int year) {
    List<Map<Examination, Count>> held = held(counts, year, criterion.settings().years());
    return unknown(held.get(0))
        ? Optional.empty()
        : Optional.of(new LowChance(basis.patterns().of(held, share())));
  }

  /** That they fulfil it in so many of these years; empty where there is no other school. */
  OptionalDouble ofTruth(SchoolCounts counts, int year, List<Integer> judged, int least) {
    int oldest = judged.stream().mapToInt(y -> y).min().orElse(year);
    int rule = criterion.settings().years();
    List<Map<Examination, Count>> held = held(counts, year, year - oldest + rule);
    List<Integer> places = judged.stream().map(y -> year - y).toList();
    if (places.stream().anyMatch(place -> unknown(held.get(place)))) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        new StablyLowChance(criterion.settings().procedures(), rule, places)
            .atLeast(least, basis.patterns().of(held, share())));
  }

  /**
   * That the rule calls a school of this size low by chance though its true shares are the mean of
   * schools; empty where there is no other school, or where that mean is itself low.
   */
  Optional<LowChance> ofFalseAlarm(SchoolCounts counts, int year) {
    List<Map<Examination, Count>> held = held(counts, year, criterion.settings().years());
    Map<Examination, Count> now = held.get(0);
    boolean meanIsLow =
        now.values().stream().anyMatch(c -> c.spread().map(s -> s.mean() >= share()).orElse(false));
    if (meanIsLow || unknown(now)) {
      return Optional.empty();
    }
    double[][] alarms = new double[now.size()][1 << held.size()];
    int e = 0;
    for (Map.Entry<Examination, Count> examination : now.entrySet()) {
      double low = alarm(examination.getValue());
      double again = low;
      for (Map<Examination, Count> before : held.subList(1, held.size())) {
        Count earlier = before.get(examination.getKey());
        again *= earlier == null || earlier.spread().isEmpty() ? 0 : alarm(earlier);
      }
      alarms[e][1] = low - again;
      alarms[e][alarms[e].length - 1] += again;
      e++;
    }
    return Optional.of(new LowChance(List.of(new Part(1, alarms))));
  }

  /** By year, the newest first: the examinations that count. */
  private List<Map<Examination, Count>> held(SchoolCounts counts, int year, int years) {
    List<Map<Examination, Count>> held = new ArrayList<>();
    for (int back = 0; back < years; back++) {
      held.add(criterion.counted(counts, year - back));
    }
    return held;
  }

  private static boolean unknown(Map<Examination, Count> held) {
    return held.values().stream().anyMatch(count -> count.spread().isEmpty());
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
