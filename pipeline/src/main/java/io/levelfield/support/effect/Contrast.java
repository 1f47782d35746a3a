package io.levelfield.support.effect;

import io.levelfield.support.effect.Foretold.Surprise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Supported schools beside their controls: a weight for each school's result of each year, so that
 * an effect is a weighted sum of results and its error follows from theirs.
 *
 * <p>Every result of a supported school is taken with what its years before let one expect; from it
 * the mean of the same is taken in those schools without support that were most like it before.
 * Schools that begin later serve as controls until they begin; those that began earlier never do.
 *
 * @see "Callaway, Sant'Anna (2021), Difference-in-differences with multiple time periods, Journal
 *     of Econometrics 225:200"
 */
final class Contrast {
  private final Foretold foretold;

  /** {@code [school][year]}; none of a school that has no part in it. */
  private final double[][] weights;

  private double[] doubt = new double[0];
  private final BitSet treated = new BitSet();
  private final BitSet controls = new BitSet();

  private final int years;

  /** Schools that may be controls, by first year of support and year; learnt where few are near. */
  private final Map<Integer, int[]> serving = new HashMap<>();

  private Contrast(Foretold foretold, int schools, int years) {
    this.foretold = foretold;
    this.years = years;
    weights = new double[schools][];
  }

  /** A supported school's result with its controls. */
  private static final class Pair {
    private final int year;
    private final Surprise own;

    /** First of the years from which on nothing more was decided about who is one. */
    private final int decided;

    private final int[] controls;

    Pair(int year, Surprise own, int decided, int[] controls) {
      this.year = year;
      this.own = own;
      this.decided = decided;
      this.controls = controls;
    }
  }

  /**
   * Sets schools beside their controls.
   *
   * @param perSchool how many controls a result gets at most
   * @return without schools where no result has a control
   */
  static Contrast of(
      Foretold foretold, Starts starts, int years, Question question, int perSchool) {
    int schools = starts.schools();
    var contrast = new Contrast(foretold, schools, years);
    List<List<Pair>> pairs = new ArrayList<>();
    double[] precision = new double[schools];
    double all = 0;
    for (int s = 0; s < schools; s++) {
      List<Pair> own = new ArrayList<>();
      if (starts.has(s)) {
        for (int year = 1; year < years; year++) {
          if (question.asksOf(starts, s, year)) {
            contrast.pair(starts, s, year, perSchool, own);
          }
        }
      }
      pairs.add(own);
      if (!own.isEmpty()) {
        precision[s] = 1 / own.stream().mapToDouble(p -> p.own.variance()).average().orElseThrow();
        all += precision[s] * own.size();
      }
    }
    for (int s = 0; s < schools; s++) {
      for (Pair pair : pairs.get(s)) {
        contrast.weigh(s, pair, precision[s] / all);
      }
    }
    return contrast;
  }

  private void pair(Starts starts, int school, int year, int perSchool, List<Pair> own) {
    int first = starts.first(school);
    int before = Math.min(first, year);
    if (before < 1) {
      return;
    }
    Surprise surprise = foretold.of(school, before, year);
    if (surprise == null) {
      return;
    }
    // Schools that began between this start and the year are no controls. They were chosen for
    // their results in between, so those left over had luck then: what is expected of a control
    // must rest on all years that had a say in its being left over.
    int decided = starts.latest(before, year);
    IntPredicate serves =
        other ->
            starts.first(other) > Math.max(first, year)
                && foretold.of(other, decided, year) != null;
    int[] found = first(perSchool, foretold.nearest(school, before), serves);
    if (found.length < perSchool) {
      int[] serving =
          this.serving.computeIfAbsent(
              first * years + year,
              started -> Arrays.stream(foretold.known(before)).filter(serves).toArray());
      found = foretold.nearest(school, before, serving, perSchool);
    }
    if (found.length > 0) {
      own.add(new Pair(year, surprise, decided, found));
    }
  }

  private static int[] first(int most, int[] schools, IntPredicate serves) {
    int[] found = new int[Math.min(most, schools.length)];
    int count = 0;
    for (int at = 0; at < schools.length && count < most; at++) {
      if (serves.test(schools[at])) {
        found[count++] = schools[at];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void weigh(int school, Pair pair, double weight) {
    treated.set(school);
    add(school, pair.own, weight);
    double precisions = 0;
    for (int c : pair.controls) {
      precisions += 1 / foretold.of(c, pair.decided, pair.year).variance();
    }
    for (int c : pair.controls) {
      Surprise other = foretold.of(c, pair.decided, pair.year);
      controls.set(c);
      add(c, other, -weight / other.variance() / precisions);
    }
  }

  private void add(int school, Surprise surprise, double weight) {
    if (weights[school] == null) {
      weights[school] = new double[years];
    }
    for (int t = 0; t < years; t++) {
      weights[school][t] += weight * surprise.coefficient(t);
    }
    if (doubt.length == 0) {
      doubt = new double[surprise.doubts()];
    }
    for (int k = 0; k < doubt.length; k++) {
      doubt[k] += weight * surprise.doubt(k);
    }
  }

  boolean isEmpty() {
    return treated.isEmpty();
  }

  int treated() {
    return treated.cardinality();
  }

  int controls() {
    return controls.cardinality();
  }

  /** The weighted sum of numbers, {@code [school][year]}. */
  double of(double[][] numbers) {
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      if (weights[s] == null) {
        continue;
      }
      for (int t = 0; t < years; t++) {
        sum += weights[s][t] == 0 ? 0 : weights[s][t] * numbers[s][t];
      }
    }
    return sum;
  }

  /** The standard error of that sum of residuals, with what it owes to variances not known. */
  double se() {
    double variance = 0;
    for (double own : doubt) {
      variance += own * own;
    }
    for (int s = 0; s < weights.length; s++) {
      if (weights[s] != null) {
        variance += foretold.variance(s, weights[s]);
      }
    }
    return Math.sqrt(variance);
  }
}
