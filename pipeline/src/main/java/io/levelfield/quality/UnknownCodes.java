package io.levelfield.quality;

import io.levelfield.model.input.Passport;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Values of an indicator that look like a code for 'unknown': several schools have the same lowest
 * or highest value, and no other comes near it. Where many schools have none of something, other
 * schools have little of it, so that a true 0 has neighbours and is left alone.
 */
final class UnknownCodes {
  /** Fewer other values do not tell what is usual. */
  private static final int LEAST = UnusualDifferences.LEAST;

  /** Schools with the value, where others might have it. */
  private static final int SCHOOLS = 3;

  /** The gap before the value among gaps between the others. */
  private static final double GAP = 3;

  /** Robust deviations of the others between the value and their median. */
  private static final double DEVIATIONS = 3;

  /** A gap so many times what all others span is beyond any unit of theirs. */
  private static final double BEYOND = 2;

  private static final double NORMAL = 1.4826;
  private static final int NAMED = 5;

  private UnknownCodes() {}

  /** Schools that have a value. */
  private static final class Bearers {
    private final TreeSet<String> schools = new TreeSet<>();
    private int passports;
    private int newest;

    void add(Passport passport) {
      schools.add(passport.schoolId());
      passports++;
      newest = Math.max(newest, passport.year());
    }
  }

  /** Finds them, a finding an indicator and value. */
  static List<QualityFinding> findings(
      List<Passport> passports, Map<String, Indicator> indicators) {
    List<QualityFinding> findings = new ArrayList<>();
    new TreeMap<>(indicators)
        .forEach(
            (key, indicator) -> {
              NavigableMap<Double, Bearers> values = values(passports, key);
              OptionalDouble code = code(values);
              while (code.isPresent()) {
                Bearers bearers = values.remove(code.getAsDouble());
                findings.add(finding(key, indicator, code.getAsDouble(), bearers, values));
                code = code(values);
              }
            });
    return findings;
  }

  private static NavigableMap<Double, Bearers> values(List<Passport> passports, String key) {
    NavigableMap<Double, Bearers> values = new TreeMap<>();
    for (Passport passport : passports) {
      passport
          .value(key)
          // -0.0 and 0.0 are one value.
          .ifPresent(
              value -> values.computeIfAbsent(value + 0.0, v -> new Bearers()).add(passport));
    }
    return values;
  }

  /** The lowest or highest value, if it is far from those between the two. */
  private static OptionalDouble code(NavigableMap<Double, Bearers> values) {
    if (values.size() < 3) {
      return OptionalDouble.empty();
    }
    double lowest = values.firstKey();
    double highest = values.lastKey();
    NavigableMap<Double, Bearers> others = values.subMap(lowest, false, highest, false);
    if (isCode(lowest, values.get(lowest), others)) {
      return OptionalDouble.of(lowest);
    }
    return isCode(highest, values.get(highest), others)
        ? OptionalDouble.of(highest)
        : OptionalDouble.empty();
  }

  private static boolean isCode(
      double value, Bearers bearers, NavigableMap<Double, Bearers> others) {
    double[] all =
        others.entrySet().stream()
            .flatMapToDouble(
                entry -> DoubleStream.generate(entry::getKey).limit(entry.getValue().passports))
            .toArray();
    if (all.length < LEAST || bearers.passports > all.length) {
      return false;
    }
    double low = others.firstKey();
    double high = others.lastKey();
    double gap = Math.max(low - value, value - high);
    double median = Descriptive.median(all);
    double deviation =
        NORMAL
            * Descriptive.median(
                Arrays.stream(all).map(other -> Math.abs(other - median)).toArray());
    return enough(bearers, others, value < 0 && low >= 0, gap > BEYOND * (high - Math.min(0, low)))
        && gap > GAP * widestGap(all)
        && Math.abs(value - median) > DEVIATIONS * deviation;
  }

  private static boolean enough(
      Bearers bearers, NavigableMap<Double, Bearers> others, boolean negative, boolean beyond) {
    int schools = bearers.schools.size();
    int ties = others.values().stream().mapToInt(own -> own.schools.size()).max().orElse(0);
    return negative || (beyond && schools > 1) || (schools >= SCHOOLS && schools > ties);
  }

  private static double widestGap(double[] ascending) {
    double widest = 0;
    for (int i = 1; i < ascending.length; i++) {
      widest = Math.max(widest, ascending[i] - ascending[i - 1]);
    }
    return widest;
  }

  private static QualityFinding finding(
      String key,
      Indicator indicator,
      double code,
      Bearers bearers,
      NavigableMap<Double, Bearers> others) {
    return new QualityFinding(
        "context",
        QualityFinding.SEVERAL,
        bearers.newest,
        key,
        "code-for-unknown",
        text(code),
        Severity.DOUBTFUL,
        List.of(
            indicator.name(key),
            text(code),
            bearers.schools.size(),
            bearers.schools.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (bearers.schools.size() > NAMED ? " …" : ""),
            others.firstKey(),
            others.lastKey(),
            key));
  }

  /** As a study writes it: -99, not -99.0. */
  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
