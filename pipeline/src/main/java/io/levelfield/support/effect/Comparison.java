package io.levelfield.support.effect;

import io.levelfield.stats.Courses;
import io.levelfield.stats.GrowthModel;
import io.levelfield.stats.RandomStream;
import java.util.stream.IntStream;

/** The schools of one programme and those they may be held against. */
final class Comparison {
  /** So many times as many schools as are needed are kept near each: few of them have support. */
  private static final int AMPLE = 20;

  private final Courses courses;
  private final Starts starts;
  private final Foretold foretold;
  private final int[] pool;
  private final int controls;

  /**
   * @param courses results of the schools, a column per year
   * @param starts of the programme in each of them
   * @param pool schools that may be controls or have the programme, in ascending order; all help to
   *     learn how results vary
   * @param controls how many controls a result gets at most
   * @throws io.levelfield.stats.TooFewObservationsException if there are too few results without
   *     support to learn from
   * @throws io.levelfield.stats.ZeroVarianceException if these do not vary by themselves
   */
  Comparison(Courses courses, Starts starts, int[] pool, int controls) {
    this.courses = courses;
    this.starts = starts;
    this.pool = pool.clone();
    this.controls = controls;
    foretold =
        new Foretold(
            courses,
            GrowthModel.fit(courses, withoutSupport(courses, starts)),
            this.pool,
            AMPLE * controls);
  }

  /** Results that no support can have touched: those before its start. */
  private static boolean[][] withoutSupport(Courses courses, Starts starts) {
    boolean[][] without = new boolean[courses.units()][];
    for (int s = 0; s < without.length; s++) {
      without[s] = new boolean[courses.times()];
      for (int t = 0; t < without[s].length; t++) {
        without[s][t] = t < starts.first(s);
      }
    }
    return without;
  }

  Starts starts() {
    return starts;
  }

  Foretold foretold() {
    return foretold;
  }

  int years() {
    return courses.times();
  }

  /** The starts dealt to the pool's schools at random. */
  Starts dealt(RandomStream random) {
    int[] from = pool.clone();
    for (int last = from.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int swapped = from[last];
      from[last] = from[other];
      from[other] = swapped;
    }
    int[] order = IntStream.range(0, starts.schools()).toArray();
    for (int i = 0; i < pool.length; i++) {
      order[pool[i]] = from[i];
    }
    return starts.dealt(order);
  }

  Courses courses() {
    return courses;
  }

  Contrast contrast(Starts of, Question question) {
    return Contrast.of(foretold, of, years(), question, controls);
  }

  /** Residuals of all results, {@code [school][year]}; 0 where there is none. */
  double[][] residuals() {
    double[][] residuals = new double[courses.units()][years()];
    for (int s = 0; s < residuals.length; s++) {
      for (int t = 0; t < residuals[s].length; t++) {
        residuals[s][t] = courses.has(s, t) ? foretold.residual(s, t) : 0;
      }
    }
    return residuals;
  }
}
