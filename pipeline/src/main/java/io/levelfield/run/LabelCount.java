package io.levelfield.run;

import io.levelfield.identify.Verdicts.Verdict;
import io.levelfield.model.identify.SimulatedErrors;
import io.levelfield.model.identify.SimulatedErrors.Confirmed;
import io.levelfield.model.identify.SimulatedErrors.Spread;
import io.levelfield.stats.Quantile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Schools of one simulated district by what a label says of them and what they truly are.
 *
 * @param judged schools the rule can be applied to, as they appear and as they are
 * @param told whether probabilities of all flagged schools are known
 */
record LabelCount(
    int judged,
    int trulySo,
    int flagged,
    int falseAlarms,
    int misses,
    int confirmed,
    int confirmedFalse,
    boolean told) {

  /** One district in twenty lies below, one above. */
  private static final double TAIL = 0.05;

  /**
   * Sets what is told beside the truth.
   *
   * @param strong probability from which a label is confirmed
   */
  static LabelCount of(Map<String, Verdict> told, Map<String, Verdict> truth, double strong) {
    int judged = 0;
    int trulySo = 0;
    int flagged = 0;
    int hits = 0;
    int confirmed = 0;
    int confirmedFalse = 0;
    boolean known = true;
    for (Map.Entry<String, Verdict> school : told.entrySet()) {
      Verdict own = school.getValue();
      Verdict real = truth.get(school.getKey());
      if (real == null) {
        continue;
      }
      judged++;
      trulySo += real.holds() ? 1 : 0;
      if (own.holds()) {
        flagged++;
        hits += real.holds() ? 1 : 0;
        known &= own.probability().isPresent();
        if (own.probability().orElse(0) >= strong) {
          confirmed++;
          confirmedFalse += real.holds() ? 0 : 1;
        }
      }
    }
    return new LabelCount(
        judged, trulySo, flagged, flagged - hits, trulySo - hits, confirmed, confirmedFalse, known);
  }

  /** Over districts, at least one. */
  static SimulatedErrors errors(List<LabelCount> districts) {
    return new SimulatedErrors(
        districts.size(),
        mean(districts, LabelCount::trulySo),
        mean(districts, LabelCount::flagged),
        spread(districts, LabelCount::falseAlarms),
        spread(districts, LabelCount::misses),
        districts.stream().allMatch(LabelCount::told)
            ? Optional.of(
                new Confirmed(
                    mean(districts, LabelCount::confirmed),
                    mean(districts, LabelCount::confirmedFalse)))
            : Optional.empty());
  }

  private static double mean(List<LabelCount> districts, ToDoubleFunction<LabelCount> figure) {
    return districts.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static Spread spread(List<LabelCount> districts, ToIntFunction<LabelCount> figure) {
    double[] sorted = districts.stream().mapToDouble(figure::applyAsInt).sorted().toArray();
    return new Spread(
        mean(districts, figure::applyAsInt),
        Quantile.ofSorted(sorted, TAIL),
        Quantile.ofSorted(sorted, 1 - TAIL));
  }
}
