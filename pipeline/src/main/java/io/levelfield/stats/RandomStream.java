package io.levelfield.stats;

import java.util.SplittableRandom;

/** Independent random streams addressed by numbers, e.g. by a study's seed, k and a replicate. */
public final class RandomStream {
  private RandomStream() {}

  /** The stream at an address; the same address always gives the same stream. */
  public static SplittableRandom at(long seed, long... address) {
    long state = new SplittableRandom(seed).nextLong();
    for (long part : address) {
      state = new SplittableRandom(state + part).nextLong();
    }
    return new SplittableRandom(state);
  }
}
