package io.levelfield.generate;

import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What is drawn at random for one thing (a school, a cohort, a file): the same whatever else is
 * drawn before or after it.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int QUANTILE_BITS = 12;
  private static final double[] NORMAL_QUANTILES = normalQuantiles();

  /**
   * What a stream is for, so that two uses of one school and year never share numbers. Adding a
   * purpose with a new key changes nothing that other streams give.
   */
  enum Purpose {
    POPULATION(1),
    SCHOOL(2),
    SCHOOL_EXAM(3),
    SCHOOL_YEAR(4),
    COHORT(5),
    SITTING(6),
    PASSPORT(7),
    PASSPORT_YEAR(8),
    RESULT_DIRT(9),
    PASSPORT_DIRT(10),
    TEACHER(21),
    DIAGNOSTICS(22),
    CLIMATE(31),
    CONDITIONS(32);

    private final int key;

    Purpose(int key) {
      this.key = key;
    }
  }

  private final RandomStream stream;

  private Draws(long state) {
    stream = RandomStream.from(state);
  }

  /** The draws for this purpose and these keys, for instance school and year. */
  static Draws of(long seed, Purpose purpose, long... keys) {
    long state = RandomStream.mix(seed + GOLDEN_GAMMA * purpose.key);
    for (long key : keys) {
      state = RandomStream.mix(state ^ (key * GOLDEN_GAMMA + 1));
    }
    return new Draws(state);
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  double uniform() {
    return stream.nextDouble();
  }

  /** An integer from 0 (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Whether something of this probability happens. */
  boolean chance(double probability) {
    return uniform() < probability;
  }

  /**
   * A standard normal number, one of 4096 equally likely quantiles (at most 3.7 from zero): fine
   * enough for whole scores, and one table look-up.
   */
  double normal() {
    return NORMAL_QUANTILES[(int) (stream.nextLong() >>> (Long.SIZE - QUANTILE_BITS))];
  }

  /** A normal number with this mean and standard deviation. */
  double normal(double mean, double sd) {
    return mean + sd * normal();
  }

  /** Shuffles the items in place (Fisher and Yates). */
  <T> void shuffle(T[] items) {
    for (int last = items.length - 1; last > 0; last--) {
      int other = below(last + 1);
      T swapped = items[last];
      items[last] = items[other];
      items[other] = swapped;
    }
  }

  private static double[] normalQuantiles() {
    var normal = new NormalDistribution(0, 1);
    var quantiles = new double[1 << QUANTILE_BITS];
    Arrays.setAll(
        quantiles, i -> normal.inverseCumulativeProbability((i + 0.5) / quantiles.length));
    return quantiles;
  }
}
