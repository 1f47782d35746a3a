package io.levelfield.stats;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two groupings of the same things agree, beyond what chance would give (Hubert and Arabie
 * 1985): 1 for the same groups under any numbering, 0 on average for unrelated ones.
 */
public final class AdjustedRandIndex {
  private AdjustedRandIndex() {}

  /**
   * The index of two groupings.
   *
   * @param a a group label per thing
   * @param b another label per thing, in the same order
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double of(int[] a, int[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " labels against " + b.length);
    }
    Map<Integer, Long> sizesOfA = new HashMap<>();
    Map<Integer, Long> sizesOfB = new HashMap<>();
    Map<Long, Long> overlaps = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      sizesOfA.merge(a[i], 1L, Long::sum);
      sizesOfB.merge(b[i], 1L, Long::sum);
      overlaps.merge(((long) a[i] << 32) | (b[i] & 0xffffffffL), 1L, Long::sum);
    }
    double together = pairs(overlaps);
    double inA = pairs(sizesOfA);
    double inB = pairs(sizesOfB);
    double expected = inA * inB / (a.length * (a.length - 1.0) / 2);
    double most = (inA + inB) / 2;
    // Both groupings are one group, or both are all singletons: they agree fully.
    return most == expected || a.length < 2 ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
