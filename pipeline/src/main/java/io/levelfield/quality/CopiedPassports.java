package io.levelfield.quality;

import io.levelfield.model.Passport;
import io.levelfield.model.QualityFinding;
import io.levelfield.model.QualityFinding.Severity;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.List;

/** Passports that repeat those of the year before in every indicator. */
final class CopiedPassports {
  private CopiedPassports() {}

  /**
   * Finds them.
   *
   * @param passports ordered by school and year
   */
  static List<QualityFinding> findings(List<Passport> passports, QualitySettings settings) {
    List<QualityFinding> findings = new ArrayList<>();
    for (int i = 1; i < passports.size(); i++) {
      Passport before = passports.get(i - 1);
      Passport passport = passports.get(i);
      long told = passport.values().values().stream().filter(value -> value != 0).count();
      if (before.schoolId().equals(passport.schoolId())
          && before.year() == passport.year() - 1
          && before.values().equals(passport.values())
          && told >= settings.passports().copiedFrom()) {
        findings.add(
            new QualityFinding(
                "context",
                passport.schoolId(),
                passport.year(),
                QualityFinding.SEVERAL,
                "copied-from-last-year",
                Integer.toString(passport.values().size()),
                Severity.DOUBTFUL,
                List.of(
                    Integer.toString(passport.year()),
                    Integer.toString(before.year()),
                    passport.values().size())));
      }
    }
    return findings;
  }
}
