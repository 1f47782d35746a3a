package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.study.IdentifySettings.LowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The formal rule for low results, applied to one year: several examinations in which the share
 * below the minimum reaches the threshold, or one examination in which it does year after year.
 *
 * @param settings how many examinations and years it takes
 * @param share the threshold
 * @param pooled years whose counts are put together, 1 in the rule itself
 * @param shrunken whether shares are drawn towards the mean of schools first; not in the rule
 *     itself
 */
record LowCriterion(LowResult settings, ExactShare share, int pooled, boolean shrunken) {

  static LowCriterion of(LowResult settings) {
    return new LowCriterion(settings, ExactShare.of(settings.shareBelow()), 1, false);
  }

  LowCriterion withShare(ExactShare other) {
    return new LowCriterion(settings, other, pooled, shrunken);
  }

  /** The examinations of the year that are large enough to count. */
  Map<Examination, Count> counted(SchoolCounts counts, int year) {
    Map<Examination, Count> held = counts.in(year, pooled);
    if (settings.minParticipants() <= 1) {
      return held;
    }
    Map<Examination, Count> counted = new TreeMap<>(held);
    counted.values().removeIf(count -> count.participants() < settings.minParticipants());
    return counted;
  }

  /** Whether there is anything to judge the year by. */
  boolean judges(SchoolCounts counts, int year) {
    return !counted(counts, year).isEmpty();
  }

  /** The examinations of the year whose share reaches the threshold. */
  Map<Examination, Count> low(SchoolCounts counts, int year) {
    Map<Examination, Count> low = new TreeMap<>();
    counted(counts, year)
        .forEach(
            (examination, count) -> {
              if (reaches(count)) {
                low.put(examination, count);
              }
            });
    return low;
  }

  /** Those of them whose share did so in the years before as well. */
  List<Examination> persistent(SchoolCounts counts, int year) {
    return persistent(low(counts, year), counts, year);
  }

  private List<Examination> persistent(Map<Examination, Count> low, SchoolCounts counts, int year) {
    List<Examination> persistent = new ArrayList<>(low.keySet());
    for (int back = 1; back < settings.years() && !persistent.isEmpty(); back++) {
      Map<Examination, Count> before = counted(counts, year - back);
      persistent.removeIf(e -> !before.containsKey(e) || !reaches(before.get(e)));
    }
    return persistent;
  }

  boolean broad(SchoolCounts counts, int year) {
    return low(counts, year).size() >= settings.procedures();
  }

  boolean holds(SchoolCounts counts, int year) {
    Map<Examination, Count> low = low(counts, year);
    return low.size() >= settings.procedures() || !persistent(low, counts, year).isEmpty();
  }

  private boolean reaches(Count count) {
    if (shrunken && count.spread().isPresent()) {
      var spread = count.spread().get();
      return (count.below() + spread.mean() * spread.concentration())
              / (count.participants() + spread.concentration())
          >= share.asDouble();
    }
    return count.below() >= share.least(count.participants());
  }
}
