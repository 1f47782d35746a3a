package io.levelfield.ingest;

import static java.util.stream.Collectors.toSet;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Passports in fractions of 1 among those in per cent, or the other way round: nothing in one of
 * them is above 1, and nearly all of it is a hundredth of what is usual among the others. Those of
 * the smaller part do not count, as nobody knows which unit is meant before the authority says so.
 * Figures that were counted, or whose plausible values end at 1, cannot be mistaken.
 */
final class PassportUnits {
  /**
   * Fewer values do not tell a unit, nor do fewer schools: one may have little of anything, or of
   * everything more than others.
   */
  private static final int LEAST = 3;

  /** What nearly all values of a passport are away from what is usual by. */
  private static final double EACH = 10;

  private static final double NEARLY_ALL = 0.75;

  private static final double FRACTION = 1;
  private static final double PER_CENT = 100;

  private final Map<String, Indicator> indicators;
  private final double factor;
  private final SortedMap<SchoolYear, SortedMap<String, Double>> fractions = new TreeMap<>();
  private final SortedMap<SchoolYear, SortedMap<String, Double>> others = new TreeMap<>();

  private PassportUnits(Map<String, Indicator> indicators, double factor) {
    this.indicators = indicators;
    this.factor = factor;
  }

  /**
   * Finds what does not count.
   *
   * @param rows what all passports say
   * @param factor by which the values of one differ, in their geometric mean
   */
  static Map<PassportReader.Key, Twins.Unfit> of(
      Map<PassportReader.Key, PassportCell> rows,
      Map<String, Indicator> indicators,
      double factor) {
    var units = new PassportUnits(indicators, factor);
    units.divide(rows);
    Map<SchoolYear, Message> told = units.told();
    Map<PassportReader.Key, Twins.Unfit> unfit = new HashMap<>();
    for (PassportReader.Key key : rows.keySet()) {
      Message why = told.get(key.from());
      if (why != null) {
        unfit.put(key, new Twins.Unfit(RowAccount.REJECTED, why));
      }
    }
    return unfit;
  }

  private void divide(Map<PassportReader.Key, PassportCell> rows) {
    SortedMap<SchoolYear, SortedMap<String, Double>> plain = new TreeMap<>();
    Set<String> noShares = new HashSet<>();
    rows.forEach(
        (key, cell) -> {
          if (key.enrolledIn().isEmpty() && mayBePerCent(key.indicator(), cell)) {
            plain
                .computeIfAbsent(key.from(), from -> new TreeMap<>())
                .put(key.indicator(), cell.value());
            if (cell.value() < 0 || cell.value() > PER_CENT) {
              noShares.add(key.indicator());
            }
          }
        });
    plain.forEach(
        (from, values) -> {
          values.keySet().removeAll(noShares);
          values.values().removeIf(value -> value == 0); // in every unit
          if (!values.isEmpty()) {
            boolean small = values.values().stream().allMatch(value -> value <= FRACTION);
            (small ? fractions : others).put(from, values);
          }
        });
  }

  private boolean mayBePerCent(String key, PassportCell cell) {
    Indicator indicator = indicators.get(key);
    return indicator != null
        && cell.count().isEmpty()
        && indicator.range().filter(range -> range.highest() <= FRACTION).isEmpty();
  }

  private Map<SchoolYear, Message> told() {
    return isSmaller(fractions, others)
        ? unlike(fractions, others, true)
        : unlike(others, fractions, false);
  }

  /** Of two parts of one size the one that has less of the newest year. */
  private static boolean isSmaller(
      SortedMap<SchoolYear, SortedMap<String, Double>> part,
      SortedMap<SchoolYear, SortedMap<String, Double>> rest) {
    if (part.size() != rest.size()) {
      return part.size() < rest.size();
    }
    int newest =
        Stream.concat(part.keySet().stream(), rest.keySet().stream())
            .mapToInt(SchoolYear::year)
            .max()
            .orElse(0);
    return ofYear(part, newest) <= ofYear(rest, newest);
  }

  private static long ofYear(SortedMap<SchoolYear, SortedMap<String, Double>> part, int year) {
    return part.keySet().stream().filter(from -> from.year() == year).count();
  }

  private Map<SchoolYear, Message> unlike(
      SortedMap<SchoolYear, SortedMap<String, Double>> part,
      SortedMap<SchoolYear, SortedMap<String, Double>> rest,
      boolean inFractions) {
    Map<String, Double> usual = usual(rest);
    SortedMap<SchoolYear, SortedMap<String, Double>> found = new TreeMap<>();
    part.forEach(
        (from, values) -> {
          if (isUnlike(values, usual)) {
            found.put(from, values);
          }
        });
    Set<String> schools = found.keySet().stream().map(SchoolYear::schoolId).collect(toSet());
    Map<SchoolYear, Message> told = new HashMap<>();
    found.forEach(
        (from, values) -> {
          if (schools.size() >= LEAST || isUnlikeItself(from, values, rest)) {
            String example = farthest(values, usual);
            LocalText name = indicators.get(example).name(example);
            double value = values.get(example);
            double other = usual.get(example);
            told.put(
                from,
                inFractions
                    ? Message.of("reject.fractions", name, value, other)
                    : Message.of("reject.per-cent", name, value, other));
          }
        });
    return told;
  }

  /** A single school may be like no other, but hardly unlike itself in another year. */
  private boolean isUnlikeItself(
      SchoolYear from,
      SortedMap<String, Double> values,
      SortedMap<SchoolYear, SortedMap<String, Double>> rest) {
    return rest.entrySet().stream()
        .filter(other -> other.getKey().schoolId().equals(from.schoolId()))
        .anyMatch(other -> isUnlike(values, other.getValue()));
  }

  private static String farthest(SortedMap<String, Double> values, Map<String, Double> usual) {
    return values.keySet().stream()
        .filter(usual::containsKey)
        .max(
            Comparator.comparingDouble(key -> Math.abs(Math.log(values.get(key) / usual.get(key)))))
        .orElseThrow();
  }

  /** Medians of what schools enough tell. */
  private static Map<String, Double> usual(
      SortedMap<SchoolYear, SortedMap<String, Double>> passports) {
    Map<String, List<Double>> all = new HashMap<>();
    passports.forEach(
        (from, values) ->
            values.forEach(
                (key, value) -> all.computeIfAbsent(key, k -> new ArrayList<>()).add(value)));
    Map<String, Double> usual = new HashMap<>();
    all.forEach(
        (key, values) -> {
          if (values.size() >= LEAST) {
            values.sort(null);
            usual.put(key, values.get(values.size() / 2));
          }
        });
    return usual;
  }

  private boolean isUnlike(Map<String, Double> values, Map<String, Double> usual) {
    int known = 0;
    int far = 0;
    double logarithms = 0;
    for (Map.Entry<String, Double> value : values.entrySet()) {
      Double other = usual.get(value.getKey());
      if (other != null) {
        double logarithm = Math.log(value.getValue() / other);
        known++;
        far += Math.abs(logarithm) >= Math.log(EACH) ? 1 : 0;
        logarithms += logarithm;
      }
    }
    return known >= LEAST
        && far >= NEARLY_ALL * known
        && Math.abs(logarithms) / known >= Math.log(factor);
  }
}
