package io.levelfield.simulation;

import io.levelfield.stats.NormalTail;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * What simulations share. Each is a test of some seconds; {@code scripts/simulate NAME} runs it
 * with so many times more data sets and prints its table, which docs/validation.md quotes.
 */
public final class Simulation {
  private Simulation() {}

  /** How many times the data sets of the small version are run. */
  public static int times() {
    return Integer.getInteger("simulate", 1);
  }

  public static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }

  public static double normal(SplittableRandom random) {
    return NormalTail.quantile(Math.max(1e-15, random.nextDouble()));
  }

  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  public static long below(SplittableRandom random, long n, double share) {
    return random.doubles(n).filter(u -> u < share).count();
  }

  /** The quantile of a beta distribution with this mean and concentration. */
  public static double beta(double mean, double concentration, double uniform) {
    return new BetaDistribution(mean * concentration, (1 - mean) * concentration)
        .inverseCumulativeProbability(Math.min(1 - 1e-12, Math.max(1e-12, uniform)));
  }

  /** What each seed comes to, in their order; districts do not wait for each other. */
  static <F> List<F> ofSeeds(int districts, LongFunction<F> found) {
    return LongStream.range(0, districts).parallel().mapToObj(found).toList();
  }
}
