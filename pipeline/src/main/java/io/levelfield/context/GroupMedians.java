package io.levelfield.context;

import io.levelfield.context.Gaps.Gap;
import io.levelfield.model.context.AlteredValue.Method;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.Quantile;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Fills gaps with the median of the schools of the same settlement type in the same year; draws
 * take the value of one of these schools.
 */
final class GroupMedians implements Imputation {
  private record Group(int year, String settlement, String indicator) {}

  private final Gaps gaps;
  private final Map<String, String> settlementOf;
  private final long seed;

  /** Known values, ascending. */
  private final Map<Group, double[]> known = new HashMap<>();

  /**
   * @param settlementOf school to settlement type; schools it lacks are one group
   */
  GroupMedians(Gaps gaps, Map<String, String> settlementOf, long seed) {
    this.gaps = gaps;
    this.settlementOf = settlementOf;
    this.seed = seed;
    Map<Group, List<Double>> values = new HashMap<>();
    for (Passport passport : gaps.passports()) {
      passport
          .values()
          .forEach(
              (indicator, value) ->
                  values
                      .computeIfAbsent(group(passport, indicator), g -> new ArrayList<>())
                      .add(value));
    }
    values.forEach(
        (group, list) ->
            known.put(group, list.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
  }

  @Override
  public double[] plausible() {
    return gaps.gaps().stream().mapToDouble(this::plausible).toArray();
  }

  @Override
  public double[] draw(int number) {
    RandomStream random = RandomStream.at(seed, number);
    return gaps.gaps().stream().mapToDouble(gap -> draw(gap, random)).toArray();
  }

  double plausible(Gap gap) {
    return ofGroup(gap, sorted -> Quantile.ofSorted(sorted, 0.5));
  }

  double draw(Gap gap, RandomStream random) {
    return ofGroup(gap, sorted -> sorted[random.nextInt(sorted.length)]);
  }

  private double ofGroup(Gap gap, ToDoubleFunction<double[]> choose) {
    double[] sorted = known.get(group(gaps.passports().get(gap.passport()), gap.key()));
    return sorted == null ? Double.NaN : choose.applyAsDouble(sorted);
  }

  @Override
  public Method method(int gap) {
    return Method.GROUP_MEDIAN;
  }

  private Group group(Passport passport, String indicator) {
    return new Group(
        passport.year(), settlementOf.getOrDefault(passport.schoolId(), ""), indicator);
  }
}
