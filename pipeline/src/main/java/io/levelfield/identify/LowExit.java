package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How few pupils would turn the verdict of the rule for low results in a year. */
final class LowExit {
  private LowExit() {}

  /** Pupils more who must reach the minimum in an examination for its share to leave the list. */
  record Step(Examination examination, long pupils) {}

  /**
   * The fewest results that must improve for the rule to hold no longer. Each examination that has
   * been low for years must improve; of the others, the nearest to the threshold, until too few are
   * left: examinations do not bear on each other, so this is the least.
   *
   * @return empty where the rule does not hold
   */
  static List<Step> steps(LowCriterion criterion, SchoolCounts counts, int year) {
    if (!criterion.holds(counts, year)) {
      return List.of();
    }
    List<Examination> persistent = criterion.persistent(counts, year);
    List<Step> steps = new ArrayList<>();
    List<Step> others = new ArrayList<>();
    criterion
        .low(counts, year)
        .forEach(
            (examination, count) ->
                (persistent.contains(examination) ? steps : others)
                    .add(new Step(examination, excess(criterion, count))));
    int mayStay = criterion.settings().procedures() - 1;
    others.sort(Comparator.comparingLong(Step::pupils).thenComparing(Step::examination));
    steps.addAll(others.subList(0, Math.max(0, others.size() - mayStay)));
    steps.sort(Comparator.comparing(Step::examination));
    return List.copyOf(steps);
  }

  static long pupils(List<Step> steps) {
    return steps.stream().mapToLong(Step::pupils).sum();
  }

  /** Whether one pupil more below the minimum would make the rule hold. */
  static boolean onePupilAway(LowCriterion criterion, SchoolCounts counts, int year) {
    if (criterion.holds(counts, year)) {
      return false;
    }
    int low = criterion.low(counts, year).size();
    for (Map.Entry<Examination, Count> examination : criterion.counted(counts, year).entrySet()) {
      Count count = examination.getValue();
      if (count.below() + 1 == criterion.share().least(count.participants())
          && (low + 1 >= criterion.settings().procedures()
              || lowBefore(criterion, counts, year, examination.getKey()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean lowBefore(
      LowCriterion criterion, SchoolCounts counts, int year, Examination examination) {
    for (int back = 1; back < criterion.settings().years(); back++) {
      if (!criterion.low(counts, year - back).containsKey(examination)) {
        return false;
      }
    }
    return true;
  }

  private static long excess(LowCriterion criterion, Count count) {
    return count.below() - criterion.share().least(count.participants()) + 1;
  }
}
