package io.levelfield.identify;

import io.levelfield.model.ContextScore;
import io.levelfield.model.IndicatorWeight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The index as it might have been: under each weighting of the study, and with each indicator left
 * out in turn. All draws weigh the same. They stand for the index's uncertainty in a school's place
 * among schools.
 */
final class IndexDraws {
  /**
   * One index of every school.
   *
   * @param index by school
   * @param leftOut the indicator it does without; empty for a weighting
   */
  record Draw(Map<String, Double> index, Optional<String> leftOut) {}

  private IndexDraws() {}

  /** The study's weightings, by their names. */
  static Map<String, Draw> weightings(List<ContextScore> scores) {
    Map<String, Map<String, Double>> byVariant = new TreeMap<>();
    for (ContextScore score : scores) {
      score
          .variants()
          .forEach(
              (variant, index) ->
                  byVariant
                      .computeIfAbsent(variant, v -> new HashMap<>())
                      .put(score.schoolId(), index));
    }
    Map<String, Draw> draws = new LinkedHashMap<>();
    byVariant.forEach((variant, index) -> draws.put(variant, new Draw(index, Optional.empty())));
    return draws;
  }

  /**
   * All draws.
   *
   * @param weights under every weighting, the headline's first
   */
  static List<Draw> of(List<ContextScore> scores, List<IndicatorWeight> weights) {
    List<Draw> draws = new ArrayList<>(weightings(scores).values());
    Map<String, Double> weight = new TreeMap<>();
    weights.stream()
        .filter(w -> w.variant().equals(weights.get(0).variant()))
        .forEach(w -> weight.put(w.indicator(), Math.abs(w.weight())));
    for (String leftOut : weight.size() > 1 ? weight.keySet() : Set.<String>of()) {
      Map<String, Double> index = new HashMap<>();
      for (ContextScore score : scores) {
        index.put(score.schoolId(), without(leftOut, score, weight));
      }
      draws.add(new Draw(index, Optional.of(leftOut)));
    }
    return draws;
  }

  /**
   * The index of the other indicators. An index of known indicators stands for all of them, so it
   * is scaled by what share of the weights it knows; without an indicator that share is another.
   */
  private static double without(String leftOut, ContextScore score, Map<String, Double> weight) {
    double all = 0;
    double known = 0;
    double rest = 0;
    double restKnown = 0;
    double sum = 0;
    for (Map.Entry<String, Double> indicator : weight.entrySet()) {
      Double contribution = score.contributions().get(indicator.getKey());
      boolean stays = !indicator.getKey().equals(leftOut);
      all += indicator.getValue();
      rest += stays ? indicator.getValue() : 0;
      if (contribution != null) {
        known += indicator.getValue();
        restKnown += stays ? indicator.getValue() : 0;
        sum += stays ? contribution : 0;
      }
    }
    return restKnown > 0 ? sum * (known / all) * (rest / restKnown) : 0;
  }
}
