package io.levelfield.cluster;

import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much lower the logarithm of the within-group sum of squares is than that of points spread
 * evenly over the same box (Tibshirani, Walther and Hastie 2001). Unlike other indices it is
 * defined for one group, so it can say that there are none.
 */
final class GapStatistic {
  private final double[] gaps;
  private final double[] errors;

  /**
   * Compares sums of squares, as their logarithms per point.
   *
   * @param observed of the data, {@code [k - 1]}; minus infinity where a partition has no variance
   *     left
   * @param reference of evenly spread sets, {@code [set][k - 1]}
   */
  GapStatistic(double[] observed, double[][] reference) {
    gaps = new double[observed.length];
    errors = new double[observed.length];
    int sets = reference.length;
    for (int k = 0; k < observed.length; k++) {
      double sum = 0;
      double squares = 0;
      for (double[] set : reference) {
        sum += set[k];
      }
      double mean = sum / sets;
      for (double[] set : reference) {
        squares += (set[k] - mean) * (set[k] - mean);
      }
      gaps[k] = mean - observed[k];
      errors[k] = Math.sqrt(squares / sets) * Math.sqrt(1 + 1.0 / sets);
    }
  }

  /** Whether the gap of a number of groups is a number: some variance is left within groups. */
  boolean has(int k) {
    return k <= gaps.length && Double.isFinite(gaps[k - 1]);
  }

  /** The gap for a number of groups. */
  double gap(int k) {
    return gaps[k - 1];
  }

  /** Its standard error: the spread over the sets and the error of their mean. */
  double error(int k) {
    return errors[k - 1];
  }

  /**
   * The smallest number of groups, one included, whose gap is within one standard error of the
   * first maximum among two groups and more. (The first maximum of all would stop at one group
   * where several groups lie at equal distances: dividing these in two is worse than not at all.)
   * Groups without any variance, unlike those of the reference, have an infinite gap.
   */
  int best() {
    int defined = (int) DoubleStream.of(gaps).filter(gap -> !Double.isNaN(gap)).count();
    OptionalInt first =
        IntStream.rangeClosed(2, defined)
            .filter(k -> k == defined || gap(k + 1) <= gap(k))
            .findFirst();
    if (first.isEmpty()) {
      return 1;
    }
    double least = gap(first.getAsInt()) - error(first.getAsInt());
    return IntStream.rangeClosed(1, first.getAsInt())
        .filter(k -> gap(k) >= least)
        .findFirst()
        .orElseThrow();
  }
}
