package io.levelfield.cluster;

import io.levelfield.stats.RandomStream;
import java.util.stream.IntStream;

/** Draws some of many without replacement. */
final class RandomSample {
  private RandomSample() {}

  /**
   * Draws numbers (Floyd's method: one random number each).
   *
   * @param n they are below this
   * @param count how many; {@code n} at most
   * @return different ones, ascending
   */
  static int[] of(int n, int count, RandomStream random) {
    boolean[] taken = new boolean[n];
    for (int last = n - count; last < n; last++) {
      int drawn = random.nextInt(last + 1);
      taken[taken[drawn] ? last : drawn] = true;
    }
    return IntStream.range(0, n).filter(i -> taken[i]).toArray();
  }
}
