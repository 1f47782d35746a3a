package io.levelfield.context;

import io.levelfield.model.Passport;
import io.levelfield.stats.Descriptive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Fills gaps with the median of the schools of the same settlement type in the same year. */
final class GroupMedians {
  private record Group(int year, String settlement, String indicator) {}

  private final Map<Group, double[]> known = new HashMap<>();
  private final Map<String, String> settlementOf;

  /**
   * @param settlementOf school to settlement type; schools it lacks are one group
   */
  GroupMedians(List<Passport> passports, Map<String, String> settlementOf) {
    this.settlementOf = settlementOf;
    Map<Group, List<Double>> values = new HashMap<>();
    for (Passport passport : passports) {
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
            known.put(group, list.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** The passport with every gap filled for which its group has a median. */
  Passport fill(Passport passport, List<String> indicators) {
    Map<String, Double> filled = new TreeMap<>(passport.values());
    for (String indicator : indicators) {
      median(passport, indicator).ifPresent(median -> filled.putIfAbsent(indicator, median));
    }
    return new Passport(passport.schoolId(), passport.year(), filled);
  }

  private OptionalDouble median(Passport passport, String indicator) {
    double[] values = known.get(group(passport, indicator));
    return values == null ? OptionalDouble.empty() : OptionalDouble.of(Descriptive.median(values));
  }

  private Group group(Passport passport, String indicator) {
    return new Group(
        passport.year(), settlementOf.getOrDefault(passport.schoolId(), ""), indicator);
  }
}
