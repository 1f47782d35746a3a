package io.levelfield.identify;

import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.stats.Quantile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a school does better than schools like it: a second opinion beside the adjusted result.
 * Like it are its similar schools; where these were not sought, the schools with the lowest index.
 */
final class LikeSchools {
  private static final double MEDIAN = 0.5;

  private final Map<String, Double> differences;
  private final Map<String, Double> references = new HashMap<>();
  private final boolean sought;

  private LikeSchools(
      Map<String, Double> differences, Map<String, Double> results, boolean sought) {
    this.differences = differences;
    differences.forEach(
        (school, difference) -> references.put(school, results.get(school) - difference));
    this.sought = sought;
  }

  /**
   * @param results pooled results by school
   * @param lowest share of schools with the lowest index
   */
  static LikeSchools of(
      List<Neighbourhood> neighbourhoods,
      Map<String, Double> results,
      LowestIndex index,
      ExactShare lowest) {
    Map<String, Double> differences = new HashMap<>();
    if (!neighbourhoods.isEmpty()) {
      for (Neighbourhood neighbourhood : neighbourhoods) {
        neighbourhood
            .comparison()
            .ifPresent(c -> differences.put(neighbourhood.schoolId(), c.difference()));
      }
      return new LikeSchools(differences, results, true);
    }
    results.forEach(
        (school, result) -> {
          if (index.of(school).isPresent() && index.inLowest(school, lowest)) {
            differences.put(school, result);
          }
        });
    double[] sorted = differences.values().stream().mapToDouble(d -> d).sorted().toArray();
    differences.replaceAll((school, result) -> result - Quantile.ofSorted(sorted, MEDIAN));
    return new LikeSchools(differences, results, false);
  }

  /** Whether similar schools were sought. */
  boolean sought() {
    return sought;
  }

  /** Their result; empty where no school is like it. */
  Optional<Double> reference(String school) {
    return Optional.ofNullable(references.get(school));
  }

  /** The school's result less theirs; empty where no school is like it. */
  Optional<Double> difference(String school) {
    return Optional.ofNullable(differences.get(school));
  }
}
