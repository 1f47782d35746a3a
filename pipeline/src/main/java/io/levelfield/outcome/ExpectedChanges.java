package io.levelfield.outcome;

import io.levelfield.model.outcome.ExpectedChange;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How pooled results will change by themselves: see {@link ExpectedChange}. */
final class ExpectedChanges {
  private ExpectedChanges() {}

  /**
   * Of every school whose result's uncertainty is known.
   *
   * @param pooled ordered by school
   * @param shrunken what true results are likely to be, ordered by school
   */
  static List<ExpectedChange> of(
      PooledResults pooling,
      PoolingYears years,
      List<SchoolResult> pooled,
      List<ShrunkenResult> shrunken) {
    Map<String, Double> results = new HashMap<>();
    pooled.forEach(own -> own.result().ifPresent(value -> results.put(own.schoolId(), value)));
    Map<String, List<OutcomeEstimate>> recent = pooling.recent(years);
    List<ExpectedChange> changes = new ArrayList<>();
    for (ShrunkenResult own : shrunken) {
      Double result = results.get(own.schoolId());
      if (result != null) {
        // The shrunken result is λ·result + (1-λ)·reference.
        double all = own.result().shrunken() - result;
        changes.add(
            new ExpectedChange(
                own.schoolId(), nextYear(pooling, years, recent.get(own.schoolId()), all), all));
      }
    }
    return changes;
  }

  /** The mean of the years that stay and of a new one, less the mean of all. */
  private static double nextYear(
      PooledResults pooling, PoolingYears years, List<OutcomeEstimate> own, double all) {
    int oldest = pooling.year() - years.of(own, pooling.year()) + 1;
    double weights = 0;
    double sum = 0;
    for (OutcomeEstimate e : own) {
      weights += pooling.weight(e);
      sum += pooling.weight(e) * pooling.deviation(e);
    }
    double mean = sum / weights;
    long pooledYears = own.stream().mapToInt(e -> e.tally().measure().year()).distinct().count();
    double come = weights / pooledYears;
    double stay = 0;
    double apart = 0;
    for (OutcomeEstimate e : own) {
      if (e.tally().measure().year() > oldest) {
        stay += pooling.weight(e);
        apart += pooling.weight(e) * (pooling.deviation(e) - mean);
      }
    }
    return (apart + come * all) / (stay + come);
  }
}
