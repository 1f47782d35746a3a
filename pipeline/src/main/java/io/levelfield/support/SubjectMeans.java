package io.levelfield.support;

import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What schools achieve in a subject in the judged year: the mean z-score of its examinations,
 * weighted by participants (one where their number is unknown).
 */
public final class SubjectMeans {
  private record Weighted(double sum, double weight) {
    Weighted plus(Weighted other) {
      return new Weighted(sum + other.sum, weight + other.weight);
    }
  }

  private SubjectMeans() {}

  /** Mean z-scores by subject and school; schools without a z-score in the subject are absent. */
  public static SortedMap<String, SortedMap<String, Double>> of(Outcomes outcomes) {
    SortedMap<String, SortedMap<String, Weighted>> sums = new TreeMap<>();
    for (OutcomeEstimate estimate : outcomes.estimates()) {
      TallyKey key = estimate.tally().key();
      if (key.measure().year() == outcomes.year() && estimate.z().isPresent()) {
        double weight = Math.max(1, estimate.tally().participants().orElse(1));
        sums.computeIfAbsent(key.measure().subject(), subject -> new TreeMap<>())
            .merge(
                key.schoolId(),
                new Weighted(weight * estimate.z().getAsDouble(), weight),
                Weighted::plus);
      }
    }
    SortedMap<String, SortedMap<String, Double>> means = new TreeMap<>();
    sums.forEach(
        (subject, schools) -> {
          SortedMap<String, Double> own = new TreeMap<>();
          schools.forEach((school, sum) -> own.put(school, sum.sum() / sum.weight()));
          means.put(subject, own);
        });
    return means;
  }
}
