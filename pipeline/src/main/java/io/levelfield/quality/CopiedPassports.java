package io.levelfield.quality;

import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.stats.BinomialTail;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Passports that repeat those of the year before in every indicator, though of so many families and
 * pupils some must have changed: every year a share of them is new, and a count stays what it was
 * only if as many came as left. Indicators without counts tell nothing of chance, so a passport
 * without any is asked about only politely.
 */
final class CopiedPassports {
  private final QualitySettings settings;
  private final Map<Key, Map<String, PassportCount>> counts = new HashMap<>();

  private record Key(String schoolId, int year) {}

  private CopiedPassports(QualitySettings settings) {
    this.settings = settings;
  }

  /**
   * Finds them.
   *
   * @param passports ordered by school and year
   * @param counts of the indicators that were given with their totals
   */
  static List<QualityFinding> findings(
      List<Passport> passports, List<PassportCount> counts, QualitySettings settings) {
    var copied = new CopiedPassports(settings);
    for (PassportCount count : counts) {
      copied
          .counts
          .computeIfAbsent(new Key(count.schoolId(), count.year()), key -> new HashMap<>())
          .put(count.indicator(), count);
    }
    return copied.findings(passports);
  }

  private List<QualityFinding> findings(List<Passport> passports) {
    int pairs = 0;
    for (int i = 1; i < passports.size(); i++) {
      pairs += follows(passports.get(i - 1), passports.get(i)) ? 1 : 0;
    }
    List<QualityFinding> findings = new ArrayList<>();
    for (int i = 1; i < passports.size(); i++) {
      Passport before = passports.get(i - 1);
      Passport passport = passports.get(i);
      long told = passport.values().values().stream().filter(value -> value != 0).count();
      if (follows(before, passport)
          && before.values().equals(passport.values())
          && told >= settings.passports().copiedFrom()) {
        Map<String, PassportCount> own =
            counts.getOrDefault(new Key(passport.schoolId(), passport.year()), Map.of());
        if (own.isEmpty() || chance(own) < settings.falseAlarm() / pairs) {
          findings.add(
              finding(before, passport, own.isEmpty() ? Severity.NOTE : Severity.DOUBTFUL));
        }
      }
    }
    return findings;
  }

  private static boolean follows(Passport before, Passport passport) {
    return before.schoolId().equals(passport.schoolId()) && before.year() == passport.year() - 1;
  }

  /** That no count changes by itself, counts taken to change independently. */
  private double chance(Map<String, PassportCount> counts) {
    double chance = 1;
    for (PassportCount count : counts.values()) {
      chance *= staysTheSame(Math.round(count.count()), Math.round(count.total()));
    }
    return chance;
  }

  /** As many of those counted leave as come, out of the share of all that is new each year. */
  private double staysTheSame(long count, long total) {
    double renewal = settings.passports().renewal();
    long newcomers = Math.max(1, Math.round(total * renewal));
    double share = total == 0 ? 0 : (double) count / total;
    double same = 0;
    for (long k = 0; k <= Math.min(count, newcomers); k++) {
      same += exactly(k, count, renewal) * exactly(k, newcomers, share);
    }
    return Math.min(1, same);
  }

  private static double exactly(long k, long n, double share) {
    return BinomialTail.atLeast(k, n, share) - BinomialTail.atLeast(k + 1, n, share);
  }

  private static QualityFinding finding(Passport before, Passport passport, Severity severity) {
    return new QualityFinding(
        "context",
        passport.schoolId(),
        passport.year(),
        QualityFinding.SEVERAL,
        "copied-from-last-year",
        Integer.toString(passport.values().size()),
        severity,
        List.of(
            Integer.toString(passport.year()),
            Integer.toString(before.year()),
            passport.values().size()));
  }
}
