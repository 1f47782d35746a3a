package io.levelfield.context;

import io.levelfield.model.input.Passport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The indicators that passports lack.
 *
 * @param passports ordered by school and year
 * @param keys of the indicators
 * @param gaps ordered by passport and indicator
 */
record Gaps(List<Passport> passports, List<String> keys, List<Gap> gaps) {

  /**
   * One of them.
   *
   * @param passport its place
   * @param key of the indicator
   * @param number its place among all gaps of the study
   */
  record Gap(int passport, String key, int number) {}

  Gaps {
    passports = List.copyOf(passports);
    keys = List.copyOf(keys);
    gaps = List.copyOf(gaps);
  }

  static Gaps of(List<Passport> passports, List<String> keys) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < passports.size(); i++) {
      for (String key : keys) {
        if (!passports.get(i).values().containsKey(key)) {
          gaps.add(new Gap(i, key, gaps.size()));
        }
      }
    }
    return new Gaps(passports, keys, gaps);
  }

  /** The gaps of some of the passports. */
  Gaps where(Predicate<Passport> wanted) {
    List<Passport> some = new ArrayList<>();
    List<Gap> own = new ArrayList<>();
    int gap = 0;
    for (int i = 0; i < passports.size(); i++) {
      boolean taken = wanted.test(passports.get(i));
      if (taken) {
        some.add(passports.get(i));
      }
      for (; gap < gaps.size() && gaps.get(gap).passport() == i; gap++) {
        if (taken) {
          own.add(new Gap(some.size() - 1, gaps.get(gap).key(), gaps.get(gap).number()));
        }
      }
    }
    return new Gaps(some, keys, own);
  }

  /**
   * The passports with their gaps filled.
   *
   * @param values in the order of the gaps; NaN leaves a gap
   */
  List<Passport> filled(double[] values) {
    List<Passport> filled = new ArrayList<>(passports);
    Map<String, Double> known = new TreeMap<>();
    for (int g = 0; g < values.length; g++) {
      int passport = gaps.get(g).passport();
      if (!Double.isNaN(values[g])) {
        known.put(gaps.get(g).key(), values[g]);
      }
      if (g + 1 == values.length || gaps.get(g + 1).passport() != passport) {
        known.putAll(passports.get(passport).values());
        filled.set(passport, passports.get(passport).with(known));
        known.clear();
      }
    }
    return filled;
  }
}
