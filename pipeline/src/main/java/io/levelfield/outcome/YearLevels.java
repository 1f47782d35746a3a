package io.levelfield.outcome;

import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.stats.ColumnEffects;
import io.levelfield.stats.ColumnEffects.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How much higher one and the same school stands among those who took part in a year than among
 * those of the judged year. Where weak schools had no part in a year, its mean is that of strong
 * ones, and all look worse in it than they are.
 */
final class YearLevels {
  private final Map<Integer, Double> levels = new TreeMap<>();
  private final SortedSet<Integer> unlinked = new TreeSet<>();

  /**
   * @param schools results of each school by year
   * @param judged year whose level is 0
   * @param deviation of a result from its measure's mean
   * @param weight of a result
   */
  YearLevels(
      Map<String, Map<Integer, List<OutcomeEstimate>>> schools,
      int judged,
      ToDoubleFunction<OutcomeEstimate> deviation,
      ToDoubleFunction<OutcomeEstimate> weight) {
    List<TreeMap<Integer, Cell>> rows = new ArrayList<>();
    SortedSet<Integer> years = new TreeSet<>();
    for (Map<Integer, List<OutcomeEstimate>> own : schools.values()) {
      var row = new TreeMap<Integer, Cell>();
      own.forEach((year, results) -> row.put(year, mean(results, deviation, weight)));
      rows.add(row);
      years.addAll(row.keySet());
    }
    var effects = new ColumnEffects(rows, judged);
    for (int year : years) {
      effects.of(year).ifPresentOrElse(level -> levels.put(year, level), () -> unlinked.add(year));
    }
  }

  private static Cell mean(
      List<OutcomeEstimate> results,
      ToDoubleFunction<OutcomeEstimate> deviation,
      ToDoubleFunction<OutcomeEstimate> weight) {
    double weights = results.stream().mapToDouble(weight).sum();
    double sum =
        results.stream()
            .mapToDouble(e -> weight.applyAsDouble(e) * deviation.applyAsDouble(e))
            .sum();
    return new Cell(sum / weights, weights);
  }

  /** The year's level; 0 where no school with results of both links it with the judged year. */
  double of(int year) {
    return levels.getOrDefault(year, 0.0);
  }

  /** Years that nothing links with the judged one. */
  SortedSet<Integer> unlinked() {
    return unlinked;
  }
}
