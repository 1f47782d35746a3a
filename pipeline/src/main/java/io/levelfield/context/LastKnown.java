package io.levelfield.context;

import io.levelfield.context.Gaps.Gap;
import io.levelfield.model.context.AlteredValue.Method;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fills a gap with the school's last known value; where there is none, as {@link GroupMedians}.
 * Draws add to that value what some school's has changed by from one passport to the next, within
 * the values that schools have.
 */
final class LastKnown implements Imputation {
  private final Gaps gaps;
  private final GroupMedians otherwise;
  private final long seed;

  /** The last known value before each gap; null where there is none. */
  private final List<Double> before = new ArrayList<>();

  /** By indicator, what schools' values have changed by. */
  private final Map<String, List<Double>> changes = new TreeMap<>();

  /** By indicator, the lowest and the highest value. */
  private final Map<String, double[]> limits = new HashMap<>();

  LastKnown(Gaps gaps, GroupMedians otherwise, long seed) {
    this.gaps = gaps;
    this.otherwise = otherwise;
    this.seed = seed;
    Map<String, Double> last = new TreeMap<>();
    String school = null;
    int gap = 0;
    for (int i = 0; i < gaps.passports().size(); i++) {
      Passport passport = gaps.passports().get(i);
      if (!passport.schoolId().equals(school)) {
        last.clear();
        school = passport.schoolId();
      }
      for (; gap < gaps.gaps().size() && gaps.gaps().get(gap).passport() == i; gap++) {
        before.add(last.get(gaps.gaps().get(gap).key()));
      }
      passport.values().forEach((key, value) -> know(key, value, last.put(key, value)));
    }
  }

  private void know(String key, double value, Double earlier) {
    if (earlier != null) {
      changes.computeIfAbsent(key, k -> new ArrayList<>()).add(value - earlier);
    }
    double[] limit = limits.computeIfAbsent(key, k -> new double[] {value, value});
    limit[0] = Math.min(limit[0], value);
    limit[1] = Math.max(limit[1], value);
  }

  @Override
  public double[] plausible() {
    return IntStream.range(0, before.size())
        .mapToDouble(
            g -> before.get(g) == null ? otherwise.plausible(gaps.gaps().get(g)) : before.get(g))
        .toArray();
  }

  @Override
  public double[] draw(int number) {
    RandomStream random = RandomStream.at(seed, number);
    return IntStream.range(0, before.size()).mapToDouble(g -> draw(g, random)).toArray();
  }

  private double draw(int number, RandomStream random) {
    Gap gap = gaps.gaps().get(number);
    if (before.get(number) == null) {
      return otherwise.draw(gap, random);
    }
    List<Double> known = changes.getOrDefault(gap.key(), List.of(0.0));
    double value = before.get(number) + known.get(random.nextInt(known.size()));
    double[] limit = limits.get(gap.key());
    return Math.max(limit[0], Math.min(limit[1], value));
  }

  @Override
  public Method method(int gap) {
    return before.get(gap) == null ? otherwise.method(gap) : Method.LAST_YEAR;
  }
}
