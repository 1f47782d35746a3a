package io.levelfield.stats;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A stream of random numbers addressed by numbers, e.g. by a study's seed, k and a replicate, and
 * the same whatever else is drawn before or after it. Written out rather than taken from the JDK,
 * whose algorithms may change between releases, while tables and samples must not.
 *
 * @see "Steele, Lea, Flood (2014), Fast splittable pseudorandom number generators, OOPSLA, figure
 *     16 (SplitMix64)"
 */
public final class RandomStream implements UniformRandomProvider {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final ZigguratSampler.NormalizedGaussian normal =
      ZigguratSampler.NormalizedGaussian.of(this);
  private long state;
  private int drawn;

  private RandomStream(long state) {
    this.state = state;
  }

  /** The stream at an address; the same address always gives the same stream. */
  public static RandomStream at(long seed, long... address) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (long part : address) {
      state = mix(state + part + GOLDEN_GAMMA);
    }
    return new RandomStream(state);
  }

  /** The stream that starts from a state, for addresses of another kind. */
  public static RandomStream from(long state) {
    return new RandomStream(state);
  }

  /** Spreads a number's bits (Stafford's variant 13 of the MurmurHash3 finaliser). */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public long nextLong() {
    drawn++;
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** 32 bits, mixed by Stafford's variant 4, of which the lower half is dropped. */
  @Override
  public int nextInt() {
    state += GOLDEN_GAMMA;
    long z = (state ^ (state >>> 33)) * 0x62A9D9ED799705F5L;
    return (int) (((z ^ (z >>> 28)) * 0xCB24D0A5C88C35B3L) >>> 32);
  }

  /** An integer from 0 (inclusive) to the bound (exclusive), every one equally likely. */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound is " + bound + ", but must be positive");
    }
    int bits = nextInt();
    int most = bound - 1;
    if ((bound & most) == 0) {
      return bits & most;
    }
    int value = bits >>> 1;
    int drawnValue = value % bound;
    while (value + most - drawnValue < 0) { // the last, incomplete round of values
      value = nextInt() >>> 1;
      drawnValue = value % bound;
    }
    return drawnValue;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** A standard normal number (McFarland, modified ziggurat, 2016). */
  public double nextGaussian() {
    int before = drawn;
    double value = normal.sample();
    // Beyond the ziggurat's layers the sampler recycles the sign bit the other way round than the
    // numbers of earlier tables did; the distribution is symmetric.
    return drawn - before > 1 ? -value : value;
  }

  /** So many integers from 0 (inclusive) to the bound (exclusive). */
  public IntStream indices(int count, int bound) {
    return IntStream.generate(() -> nextInt(bound)).limit(count);
  }
}
