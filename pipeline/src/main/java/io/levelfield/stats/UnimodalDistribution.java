package io.levelfield.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The distribution with one mode that is nearest to a sample: its density rises up to the mode and
 * falls from there on, so it keeps the sample's skewness and tails but none of its humps.
 *
 * <p>Left of the mode it is the greatest convex minorant of the sample's distribution function, on
 * the right the least concave majorant; the mode is the value for which the distance to that
 * function is least (Hartigan, Hartigan, The dip test of unimodality, Annals of Statistics 13,
 * 1985). Beyond the extreme values lies half of 1/n on each side, exponentially, with the density
 * of the piece next to it.
 */
public final class UnimodalDistribution implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of more distinct values, as many quantiles stand for them. */
  private static final int MOST_KNOTS = 400;

  /** Ascending, all different. */
  private final double[] values;

  /** The distribution function there, ascending, between 0 and 1. */
  private final double[] function;

  private UnimodalDistribution(double[] values, double[] function) {
    this.values = values;
    this.function = function;
  }

  /**
   * Fits the distribution.
   *
   * @param sample in any order
   * @throws ZeroVarianceException if all values are equal
   */
  public static UnimodalDistribution fit(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    if (sorted[0] == sorted[sorted.length - 1]) {
      throw new ZeroVarianceException(0);
    }
    int knots = Math.min(sorted.length, MOST_KNOTS);
    double[] values = new double[knots];
    double[] function = new double[knots];
    int distinct = 0;
    for (int i = 0, from = 0; i < knots; i++) {
      double value = sorted[(int) ((i + 0.5) / knots * sorted.length)];
      if (i + 1 == knots || value < sorted[(int) ((i + 1.5) / knots * sorted.length)]) {
        // Equal values share the middle of their places.
        values[distinct] = value;
        function[distinct++] = (from + i + 1) / 2.0 / knots;
        from = i + 1;
      }
    }
    return nearest(Arrays.copyOf(values, distinct), Arrays.copyOf(function, distinct));
  }

  private static UnimodalDistribution nearest(double[] values, double[] function) {
    double[] best = function;
    double least = Double.POSITIVE_INFINITY;
    for (int mode = 0; mode < values.length; mode++) {
      double[] unimodal = function.clone();
      hull(values, unimodal, 0, mode, 1);
      hull(values, unimodal, mode, values.length - 1, -1);
      double distance = 0;
      for (int i = 0; i < values.length; i++) {
        distance = Math.max(distance, Math.abs(unimodal[i] - function[i]));
      }
      if (distance < least) {
        least = distance;
        best = unimodal;
      }
    }
    return new UnimodalDistribution(values, best);
  }

  /**
   * Puts the hull of some points in their place.
   *
   * @param turn 1 for the convex hull from below, -1 for the concave one from above
   */
  private static void hull(double[] x, double[] y, int from, int to, int turn) {
    int[] corners = new int[to - from + 1];
    int count = 0;
    for (int i = from; i <= to; i++) {
      while (count > 1
          && turn
                  * ((y[i] - y[corners[count - 2]])
                          * (x[corners[count - 1]] - x[corners[count - 2]])
                      - (y[corners[count - 1]] - y[corners[count - 2]])
                          * (x[i] - x[corners[count - 2]]))
              <= 0) {
        count--;
      }
      corners[count++] = i;
    }
    for (int c = 0; c + 1 < count; c++) {
      int low = corners[c];
      int high = corners[c + 1];
      double slope = (y[high] - y[low]) / (x[high] - x[low]);
      for (int i = low + 1; i < high; i++) {
        y[i] = y[low] + slope * (x[i] - x[low]);
      }
    }
  }

  /**
   * The value below which a share of the distribution lies.
   *
   * @param p above 0 and below 1
   */
  public double quantile(double p) {
    int last = values.length - 1;
    if (p <= function[0]) {
      return values[0] + function[0] / density(0) * Math.log(p / function[0]);
    }
    if (p >= function[last]) {
      double beyond = 1 - function[last];
      return values[last] - beyond / density(last - 1) * Math.log((1 - p) / beyond);
    }
    int found = Arrays.binarySearch(function, p);
    int above = found < 0 ? -found - 1 : found;
    return values[above] - (function[above] - p) / density(above - 1);
  }

  /** Between a value and the next. */
  private double density(int from) {
    return (function[from + 1] - function[from]) / (values[from + 1] - values[from]);
  }
}
