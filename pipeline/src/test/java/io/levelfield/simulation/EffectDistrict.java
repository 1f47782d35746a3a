package io.levelfield.simulation;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A district whose schools are chosen for support because their results of the two years before
 * were the lowest, so that they are unlucky ones too. Everything is in standard deviations of
 * pupils.
 */
final class EffectDistrict {
  static final String PROGRAMME = "programme";
  static final int FIRST_YEAR = 2019;
  private static final int NEVER = Integer.MAX_VALUE;

  /** Pupils who sit an examination in the largest and in the smallest school. */
  private static final int MOST = 60;

  private static final int FEWEST = 10;

  /** How the number of a school's pupils varies from year to year. */
  private static final double COHORT_SD = 0.1;

  /**
   * What a district is like.
   *
   * @param schools their number
   * @param years of results
   * @param slopes standard deviation of what a school's own trend adds a year
   * @param waves place of the first year of each wave of schools
   * @param supported share of schools that all waves take together
   * @param oneOff whether support lasts for a year
   * @param effect what support does, by years since the start; the last value goes on
   */
  record World(
      int schools,
      int years,
      double slopes,
      List<Integer> waves,
      double supported,
      boolean oneOff,
      List<Double> effect) {

    /** Standard deviation of schools' lasting levels. */
    static final double LEVELS = 0.35;

    /** Standard deviation of schools' good and bad years. */
    static final double LUCK = 0.1;

    /** A quarter of the schools is chosen at once, after three years. */
    static World of(int schools, double effect) {
      return new World(schools, 5, 0, List.of(3), 0.25, false, List.of(effect));
    }

    double effectAfter(int years) {
      return effect.get(Math.min(years, effect.size() - 1));
    }
  }

  private final World world;
  private final double[][] results;
  private final long[][] pupils;
  private final int[] first;

  EffectDistrict(World world, long seed) {
    this.world = world;
    RandomStream random = RandomStream.at(seed, world.schools(), world.years());
    int n = world.schools();
    results = new double[n][world.years()];
    pupils = new long[n][world.years()];
    for (int s = 0; s < n; s++) {
      double size = FEWEST * Math.pow((double) MOST / FEWEST, random.nextDouble());
      double level = World.LEVELS * random.nextGaussian();
      double slope = world.slopes() * random.nextGaussian();
      for (int t = 0; t < world.years(); t++) {
        pupils[s][t] = Math.round(size * (1 + COHORT_SD * random.nextGaussian()));
        results[s][t] =
            level
                + slope * (t - (world.years() - 1) / 2.0)
                + World.LUCK * random.nextGaussian()
                + random.nextGaussian() / Math.sqrt((double) pupils[s][t]);
      }
    }
    first = chosen();
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < world.years(); t++) {
        if (t >= first[s]) {
          results[s][t] += world.effectAfter(t - first[s]);
        }
      }
    }
  }

  /** Each wave takes those with the lowest results of the two years before it. */
  private int[] chosen() {
    int[] chosen = new int[world.schools()];
    Arrays.fill(chosen, NEVER);
    int each = (int) Math.round(world.supported() * world.schools() / world.waves().size());
    for (int wave : world.waves()) {
      IntStream.range(0, world.schools())
          .filter(s -> chosen[s] == NEVER)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer s) -> before(s, wave)))
          .limit(each)
          .forEach(s -> chosen[s] = wave);
    }
    return chosen;
  }

  private double before(int school, int wave) {
    return results[school][wave - 1] + results[school][wave - 2];
  }

  List<SchoolResult> yearly() {
    List<SchoolResult> yearly = new ArrayList<>();
    for (int s = 0; s < results.length; s++) {
      for (int t = 0; t < world.years(); t++) {
        yearly.add(
            new SchoolResult(
                id(s),
                FIRST_YEAR + t,
                FIRST_YEAR + t,
                OptionalLong.of(pupils[s][t]),
                OptionalDouble.of(results[s][t]),
                OptionalDouble.of(results[s][t])));
      }
    }
    return yearly;
  }

  List<ReceivedSupport> support() {
    return IntStream.range(0, first.length)
        .filter(s -> first[s] != NEVER)
        .mapToObj(
            s ->
                new ReceivedSupport(
                    id(s),
                    PROGRAMME,
                    OptionalInt.of(FIRST_YEAR + first[s]),
                    world.oneOff() ? OptionalInt.of(FIRST_YEAR + first[s]) : OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty()))
        .toList();
  }

  private static String id(int school) {
    return String.format(Locale.ROOT, "s%03d", school);
  }

  /** The true effect, averaged over the results of supported schools while support runs. */
  double truth() {
    return IntStream.of(first)
        .filter(start -> start != NEVER)
        .boxed()
        .flatMap(
            start ->
                IntStream.range(start, world.oneOff() ? start + 1 : world.years())
                    .mapToObj(t -> world.effectAfter(t - start)))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  /** The coefficient of support beside a constant for each school and year, as is often fitted. */
  double twoWayFixedEffects() {
    int years = world.years();
    double[][] on = new double[first.length][years];
    double[] ofYear = new double[years];
    double all = 0;
    for (int s = 0; s < first.length; s++) {
      for (int t = 0; t < years; t++) {
        on[s][t] = t >= first[s] ? 1 : 0;
        ofYear[t] += on[s][t] / first.length;
        all += on[s][t] / first.length / years;
      }
    }
    double cross = 0;
    double squares = 0;
    for (int s = 0; s < first.length; s++) {
      double ofSchool = Arrays.stream(on[s]).average().orElseThrow();
      for (int t = 0; t < years; t++) {
        double rest = on[s][t] - ofSchool - ofYear[t] + all;
        cross += rest * results[s][t];
        squares += rest * rest;
      }
    }
    return cross / squares;
  }
}
