package io.levelfield.quality;

import io.levelfield.model.input.Passport;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.LocalText;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Indicators whose typical value is so many times what it was the year before that the unit must be
 * another one, such as per cent in place of fractions in one column. What is 0 is so in every unit.
 */
final class UnitJumps {
  /** Fewer schools do not tell what is typical. */
  private static final int LEAST = 3;

  private UnitJumps() {}

  /**
   * Finds them, a finding an indicator and year.
   *
   * @param factor by which the median of schools changes
   */
  static List<QualityFinding> findings(
      List<Passport> passports, Map<String, Indicator> indicators, double factor) {
    List<QualityFinding> findings = new ArrayList<>();
    new TreeMap<>(indicators)
        .forEach(
            (key, indicator) -> {
              Map<Integer, Double> typical = typical(passports, key);
              typical.forEach(
                  (year, value) -> {
                    Double before = typical.get(year - 1);
                    if (before != null && Math.abs(Math.log(value / before)) >= Math.log(factor)) {
                      findings.add(
                          finding(key, indicator.name(key), year - 1, year, before, value));
                    }
                  });
            });
    return findings;
  }

  private static Map<Integer, Double> typical(List<Passport> passports, String key) {
    Map<Integer, List<Double>> byYear = new TreeMap<>();
    for (Passport passport : passports) {
      passport
          .value(key)
          .ifPresent(
              value -> {
                if (value > 0) {
                  byYear.computeIfAbsent(passport.year(), year -> new ArrayList<>()).add(value);
                }
              });
    }
    Map<Integer, Double> typical = new TreeMap<>();
    byYear.forEach(
        (year, values) -> {
          if (values.size() >= LEAST) {
            typical.put(year, Descriptive.median(values.stream().mapToDouble(v -> v).toArray()));
          }
        });
    return typical;
  }

  private static QualityFinding finding(
      String key, LocalText name, int before, int year, double valueBefore, double value) {
    return new QualityFinding(
        "context",
        QualityFinding.SEVERAL,
        year,
        key,
        "unit-jump",
        Double.toString(value / valueBefore),
        Severity.DOUBTFUL,
        List.of(name, Integer.toString(before), Integer.toString(year), valueBefore, value));
  }
}
