package io.levelfield.identify;

import io.levelfield.identify.SchoolCounts.Count;
import io.levelfield.model.outcome.TrueShares;
import io.levelfield.stats.CountOnNormalScale;
import io.levelfield.stats.LinkedCount;
import io.levelfield.stats.RandomStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What counts say of a school's effect, at one correlation. What was worked out for one school
 * serves others with the same counts.
 */
final class LinkedCounts {
  private record Key(TrueShares spread, int kind, long below, long participants) {
    /** Small numbers, which a record's own hash would put into few places of a table. */
    @Override
    public int hashCode() {
      return 31 * spread.hashCode()
          + Long.hashCode(RandomStream.mix((below << 32) + 2 * participants + kind));
    }
  }

  private record From(Key key, double threshold) {}

  private final Scales scales;
  private final double correlation;
  private final Map<Key, LinkedCount> known = new HashMap<>();
  private final Map<From, double[]> above = new HashMap<>();

  /** Counts on the normal scale, which are the same at all correlations. */
  static final class Scales {
    private final Map<Key, CountOnNormalScale> known = new ConcurrentHashMap<>();

    private CountOnNormalScale of(Key key) {
      return known.computeIfAbsent(
          key,
          k ->
              new CountOnNormalScale(
                  k.spread().without(k.kind(), k.below(), k.participants()),
                  k.below(),
                  k.participants()));
    }
  }

  LinkedCounts(Scales scales, double correlation) {
    this.scales = scales;
    this.correlation = correlation;
  }

  double correlation() {
    return correlation;
  }

  private LinkedCount of(Count count) {
    return known.computeIfAbsent(key(count), key -> new LinkedCount(scales.of(key), correlation));
  }

  /** By node of the effect: the likelihood. */
  double[] likelihood(Count count) {
    return of(count).likelihood();
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
