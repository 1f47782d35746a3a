package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.model.outcome.TrueShares;
import io.levelfield.stats.LinkedCount;
import java.util.HashMap;
import java.util.Map;

/**
 * What counts say of a school's effect, at one correlation. What was worked out for one school
 * serves others with the same counts.
 */
final class LinkedCounts {
  private record Key(TrueShares spread, int kind, long below, long participants) {}

  private record From(Key key, double threshold) {}

  private final double correlation;
  private final Map<Key, LinkedCount> known = new HashMap<>();
  private final Map<Key, double[]> likelihoods = new HashMap<>();
  private final Map<From, double[]> above = new HashMap<>();

  LinkedCounts(double correlation) {
    this.correlation = correlation;
  }

  LinkedCount of(Count count) {
    return known.computeIfAbsent(
        key(count),
        key ->
            new LinkedCount(
                key.spread().without(key.kind(), key.below(), key.participants()),
                key.below(),
                key.participants(),
                correlation));
  }

  /** By node of the effect: the likelihood. */
  double[] likelihood(Count count) {
    return likelihoods.computeIfAbsent(key(count), key -> of(count).likelihood());
  }

  /** By node of the effect: the part of it where the true share reaches the threshold. */
  double[] likelihoodFrom(Count count, double threshold) {
    return above.computeIfAbsent(
        new From(key(count), threshold), from -> of(count).likelihoodFrom(threshold));
  }

  private static Key key(Count count) {
    return new Key(
        count.spread().orElseThrow().spread(), count.kind(), count.below(), count.participants());
  }
}
