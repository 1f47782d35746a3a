package io.levelfield.identify;

import io.levelfield.model.input.Passport;
import io.levelfield.model.text.LocalText;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Indicators in which a school stands among the schools where they are worst. */
final class UnfavourableSigns {
  private final Map<String, Indicator> indicators;
  private final Map<String, Standing> standings = new TreeMap<>();
  private final Map<String, Passport> passports = new TreeMap<>();

  /**
   * @param indicators by key
   * @param passports at most one per school
   */
  UnfavourableSigns(Map<String, Indicator> indicators, Collection<Passport> passports) {
    this.indicators = new TreeMap<>(indicators);
    passports.forEach(passport -> this.passports.put(passport.schoolId(), passport));
    this.indicators.forEach(
        (key, indicator) ->
            standings.put(
                key,
                new Standing(
                    passports.stream()
                        .filter(p -> p.value(key).isPresent())
                        .map(p -> indicator.direction().sign() * p.value(key).orElseThrow())
                        .toList())));
  }

  /**
   * What a school's passport shows.
   *
   * @param signs names of the indicators that are unfavourable signs
   * @param known indicators known
   */
  record Found(List<LocalText> signs, int known) {
    boolean reach(ExactShare share) {
      return !signs.isEmpty() && signs.size() >= needed(share);
    }

    /** A share of the known, but two if so many are: nearly half of schools have one of two. */
    int needed(ExactShare share) {
      return UnfavourableSigns.needed(known, share);
    }
  }

  static int needed(int known, ExactShare share) {
    return Math.max(Math.min(2, known), Math.toIntExact(share.least(known)));
  }

  /**
   * The signs of a school.
   *
   * @param lowest share of schools in which an indicator is a sign
   */
  Found of(String school, ExactShare lowest) {
    Passport passport = passports.get(school);
    List<LocalText> signs = new ArrayList<>();
    int known = 0;
    if (passport != null) {
      for (Map.Entry<String, Indicator> indicator : indicators.entrySet()) {
        String key = indicator.getKey();
        if (passport.value(key).isPresent()) {
          known++;
          double oriented =
              indicator.getValue().direction().sign() * passport.value(key).orElseThrow();
          Standing standing = standings.get(key);
          if (standing.has(lowest) && standing.inLowest(oriented, lowest)) {
            signs.add(indicator.getValue().name(key));
          }
        }
      }
    }
    return new Found(signs, known);
  }
}
