package io.levelfield.quality;

import io.levelfield.model.input.PassportCount;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.stats.BinomialTail;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts of a school that end in 0 or 5 too often to have been counted: exact binomial against a
 * fifth, Bonferroni over schools.
 */
final class DigitPreference {
  private static final double ROUND = 0.2;

  private DigitPreference() {}

  /** A number that stays the same from year to year is one number. */
  private record Seen(String schoolId, String indicator, double count) {}

  private static final class Digits {
    private int counts;
    private int round;
    private int year;
  }

  /**
   * Finds the schools.
   *
   * @param counts ordered by school and year
   */
  static List<QualityFinding> findings(List<PassportCount> counts, QualitySettings settings) {
    Map<String, Digits> bySchool = new TreeMap<>();
    Set<Seen> seen = new HashSet<>();
    for (PassportCount count : counts) {
      if (count.count() >= settings.passports().digitsFrom()
          && count.count() == Math.rint(count.count())
          && seen.add(new Seen(count.schoolId(), count.indicator(), count.count()))) {
        Digits digits = bySchool.computeIfAbsent(count.schoolId(), school -> new Digits());
        digits.counts++;
        digits.round += count.count() % 5 == 0 ? 1 : 0;
        digits.year = Math.max(digits.year, count.year());
      }
    }
    List<QualityFinding> findings = new ArrayList<>();
    bySchool.forEach(
        (school, digits) -> {
          if (BinomialTail.atLeast(digits.round, digits.counts, ROUND)
              < settings.falseAlarm() / bySchool.size()) {
            findings.add(
                new QualityFinding(
                    "context",
                    school,
                    digits.year,
                    QualityFinding.SEVERAL,
                    "round-counts",
                    digits.round + "/" + digits.counts,
                    Severity.NOTE,
                    List.of(digits.round, digits.counts)));
          }
        });
    return findings;
  }
}
