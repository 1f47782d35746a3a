package io.levelfield.quality;

import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.LocalText;
import io.levelfield.quality.UnusualDifferences.Difference;
import io.levelfield.study.Indicator;
import io.levelfield.study.QualitySettings;
import io.levelfield.study.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes of an indicator from year to year beyond what a school's size and what is usual among
 * schools explain (a yearly report of the largest changes, as the Dutch statistical office makes of
 * its school weights). Where an indicator came as a share without its total, the passport's largest
 * total tells the school's size; a share in per cent is known by its range {@code [0, 100]}. Values
 * that are means of pupils bring their own standard errors.
 */
final class PassportJumps {
  private static final Range PERCENT = new Range(0, 100);

  private PassportJumps() {}

  private record Jump(Passport before, Passport after, Difference difference) {}

  private record Key(String schoolId, int year) {}

  /**
   * Finds the jumps.
   *
   * @param passports ordered by school and year
   * @param counts of the indicators that were given with their totals
   */
  static List<QualityFinding> findings(
      List<Passport> passports,
      List<PassportCount> counts,
      Map<String, Indicator> indicators,
      QualitySettings settings) {
    Map<String, Map<Key, Double>> totals = new HashMap<>();
    Map<Key, Double> largest = new HashMap<>();
    for (PassportCount c : counts) {
      var key = new Key(c.schoolId(), c.year());
      totals.computeIfAbsent(c.indicator(), indicator -> new HashMap<>()).put(key, c.total());
      largest.merge(key, c.total(), Math::max);
    }
    List<QualityFinding> findings = new ArrayList<>();
    new TreeMap<>(indicators)
        .forEach(
            (key, indicator) -> {
              List<Jump> jumps =
                  jumps(passports, key, whole(indicator), totals.getOrDefault(key, largest));
              var unusual =
                  new UnusualDifferences(
                      jumps.stream().map(Jump::difference).toList(),
                      settings.falseAlarm() / indicators.size());
              jumps.stream()
                  .filter(jump -> unusual.outside(jump.difference()))
                  .forEach(jump -> findings.add(finding(jump, key, indicator.name(key))));
            });
    return findings;
  }

  /** What a share of all is in the indicator's unit. */
  private static double whole(Indicator indicator) {
    return indicator.range().filter(PERCENT::equals).isPresent() ? PERCENT.highest() : 1;
  }

  private static List<Jump> jumps(
      List<Passport> passports, String key, double whole, Map<Key, Double> totals) {
    List<Jump> jumps = new ArrayList<>();
    for (int i = 1; i < passports.size(); i++) {
      Passport before = passports.get(i - 1);
      Passport after = passports.get(i);
      if (before.schoolId().equals(after.schoolId())
          && before.year() == after.year() - 1
          && before.value(key).isPresent()
          && after.value(key).isPresent()) {
        double difference = after.value(key).getAsDouble() - before.value(key).getAsDouble();
        double error =
            before.errors().containsKey(key) && after.errors().containsKey(key)
                ? Math.pow(before.errors().get(key), 2) + Math.pow(after.errors().get(key), 2)
                : whole
                    * whole
                    * errorOfShares(
                        share(before, key, whole, totals), share(after, key, whole, totals));
        jumps.add(new Jump(before, after, new Difference(difference, error)));
      }
    }
    return jumps;
  }

  /** A share and of how many; of nobody where either is not known. */
  private record Share(double value, double total) {}

  private static Share share(Passport passport, String key, double whole, Map<Key, Double> totals) {
    double value = passport.value(key).orElseThrow() / whole;
    boolean possible = value >= 0 && value <= 1;
    double total = totals.getOrDefault(new Key(passport.schoolId(), passport.year()), 0.0);
    return new Share(value, possible ? total : 0);
  }

  /** Variance of the difference of two shares of one truth; 0 where one is of nobody. */
  private static double errorOfShares(Share a, Share b) {
    if (a.total() == 0 || b.total() == 0) {
      return 0;
    }
    double share = (a.value() * a.total() + b.value() * b.total()) / (a.total() + b.total());
    return share * (1 - share) * (1 / a.total() + 1 / b.total());
  }

  private static QualityFinding finding(Jump jump, String key, LocalText name) {
    double before = jump.before().value(key).orElseThrow();
    double after = jump.after().value(key).orElseThrow();
    return new QualityFinding(
        "context",
        jump.after().schoolId(),
        jump.after().year(),
        key,
        "implausible-change",
        Double.toString(after - before),
        Severity.NOTE,
        List.of(
            name,
            Integer.toString(jump.before().year()),
            Integer.toString(jump.after().year()),
            before,
            after));
  }
}
