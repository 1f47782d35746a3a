package io.levelfield.context;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes the change of the index from year to year apart by indicator. */
final class IndexChanges {
  private IndexChanges() {}

  /**
   * Every change between two passports of a school that follow one another.
   *
   * @param scores ordered by school and year
   */
  static List<IndexChange> of(List<ContextScore> scores) {
    List<IndexChange> changes = new ArrayList<>();
    for (int i = 1; i < scores.size(); i++) {
      ContextScore before = scores.get(i - 1);
      ContextScore after = scores.get(i);
      if (before.schoolId().equals(after.schoolId())) {
        changes.add(change(before, after));
      }
    }
    return List.copyOf(changes);
  }

  private static IndexChange change(ContextScore before, ContextScore after) {
    Set<String> indicators = new TreeSet<>(before.contributions().keySet());
    indicators.addAll(after.contributions().keySet());
    Map<String, Double> due = new TreeMap<>();
    for (String key : indicators) {
      due.put(
          key,
          after.contributions().getOrDefault(key, 0.0)
              - before.contributions().getOrDefault(key, 0.0));
    }
    double movement = due.values().stream().mapToDouble(Math::abs).sum();
    Map<String, Double> shares = new TreeMap<>();
    if (movement > 0) {
      due.forEach((key, own) -> shares.put(key, own / movement));
    }
    return new IndexChange(
        after.schoolId(), before.year(), after.year(), after.index() - before.index(), due, shares);
  }
}
