package io.levelfield.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the codes of a table that stand for no school but for several. A word tells it (Итого), or
 * figures that are the sum of all other schools'. Of one or two other schools a sum proves nothing,
 * nor does one figure of a code that looks like all others.
 */
final class TotalRows {
  /** Fewer schools add up to a further one by chance. */
  private static final int FEWEST = 3;

  /** Smaller sums come about by chance. */
  private static final double LEAST = 10;

  /** Figures that must all add up where nothing else tells a code from a school's. */
  private static final int FIGURES = 3;

  /** From so many schools on a sum may be a little off, as it is where small figures are hidden. */
  private static final int MANY = 8;

  private static final double SLACK = 0.02;

  /** Share of codes with digits from which on a code without any is a word among numbers. */
  private static final double NUMBERED = 0.75;

  /** What tells that a code is no school, or makes one ask. */
  enum Verdict {
    /** Its figures are the sum of the others'. */
    SUM,
    /** Its words say so, and no figure speaks against it. */
    WORD,
    /** It looks like a total, but its figures do not add up: it may be a school. */
    UNCLEAR
  }

  /** What is known of the schools with an ordinary code, figure by figure. */
  private static final class Sum {
    private int schools;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double second = Double.POSITIVE_INFINITY;

    void add(double value) {
      schools++;
      sum += value;
      second = Math.min(second, Math.max(least, value));
      least = Math.min(least, value);
    }
  }

  private final SortedMap<String, Map<String, Double>> figures;
  private final SortedMap<String, Verdict> found = new TreeMap<>();

  private TotalRows(SortedMap<String, Map<String, Double>> figures) {
    this.figures = figures;
  }

  /**
   * Finds them.
   *
   * @param figures of each code that add up over schools, such as participants, by what they are of
   */
  static SortedMap<String, Verdict> of(SortedMap<String, Map<String, Double>> figures) {
    var rows = new TotalRows(figures);
    rows.judge();
    return rows.found;
  }

  private void judge() {
    Set<String> unlike = unlike();
    Map<String, Sum> plain = sums(code -> !unlike.contains(code));
    // A lyceum without a number is part of its district's total.
    Map<String, Sum> all = sums(code -> !saysTotal(code));
    for (String code : unlike) {
      Map<String, Double> own = figures.get(code);
      boolean adds = adds(own, plain, false, 1) || adds(own, all, !saysTotal(code), 1);
      found.put(
          code,
          adds
              ? Verdict.SUM
              : TotalWords.total(code) && holdsTwo(own, plain) ? Verdict.WORD : Verdict.UNCLEAR);
    }
    subtotals(plain);
    figures.forEach(
        (code, own) -> {
          int enough = code.matches("0+") ? 1 : FIGURES;
          if (!unlike.contains(code) && adds(own, plain, true, enough)) {
            found.put(code, Verdict.SUM);
          }
        });
  }

  private Map<String, Sum> sums(Predicate<String> taken) {
    Map<String, Sum> sums = new HashMap<>();
    figures.forEach(
        (code, own) -> {
          if (taken.test(code)) {
            own.forEach((key, value) -> sums.computeIfAbsent(key, k -> new Sum()).add(value));
          }
        });
    return sums;
  }

  private static boolean saysTotal(String code) {
    return TotalWords.total(code) || TotalWords.area(code);
  }

  /** Codes that are unlike those of schools: totals by their words, and words among numbers. */
  private Set<String> unlike() {
    Set<String> unlike = new TreeSet<>();
    long numbered = figures.keySet().stream().filter(TotalRows::hasDigit).count();
    long schools = figures.keySet().stream().filter(code -> !saysTotal(code)).count();
    boolean numbers = numbered >= FEWEST && numbered >= NUMBERED * schools;
    for (String code : figures.keySet()) {
      if (saysTotal(code) || (numbers && !hasDigit(code))) {
        unlike.add(code);
      }
    }
    return unlike;
  }

  private static boolean hasDigit(String code) {
    return code.chars().anyMatch(Character::isDigit);
  }

  /**
   * Whether all figures are the sum of the other schools'.
   *
   * @param within whether the figures themselves are among those that were summed
   * @param enough figures, different ones, that do not come about by chance
   */
  private static boolean adds(
      Map<String, Double> own, Map<String, Sum> sums, boolean within, int enough) {
    Set<Double> adding = new HashSet<>();
    for (Map.Entry<String, Double> figure : own.entrySet()) {
      Sum all = sums.get(figure.getKey());
      double value = figure.getValue();
      if (all == null || all.schools - (within ? 1 : 0) < FEWEST) {
        continue;
      }
      double others = all.sum - (within ? value : 0);
      double slack = !within && all.schools >= MANY ? Math.max(1, SLACK * others) : 0;
      if (Math.abs(value - others) > slack) {
        return false;
      }
      if (value >= LEAST) {
        adding.add(value);
      }
    }
    return adding.size() >= enough;
  }

  /** Whether the figures may be those of two schools together. */
  private static boolean holdsTwo(Map<String, Double> own, Map<String, Sum> sums) {
    return own.entrySet().stream()
        .allMatch(
            figure -> {
              Sum all = sums.get(figure.getKey());
              return all == null || all.schools < 2 || figure.getValue() >= all.least + all.second;
            });
  }

  /** Codes of which none is the sum of all schools, but which are it together. */
  private void subtotals(Map<String, Sum> plain) {
    List<String> unclear = with(found, Verdict.UNCLEAR);
    Map<String, Double> together = new HashMap<>();
    unclear.forEach(
        code -> figures.get(code).forEach((key, value) -> together.merge(key, value, Double::sum)));
    if (unclear.size() > 1 && adds(together, plain, false, 1)) {
      unclear.forEach(code -> found.put(code, Verdict.SUM));
    }
  }

  /** Codes with a verdict, in order. */
  static List<String> with(Map<String, Verdict> found, Verdict verdict) {
    return found.entrySet().stream()
        .filter(entry -> entry.getValue() == verdict)
        .map(Map.Entry::getKey)
        .toList();
  }
}
