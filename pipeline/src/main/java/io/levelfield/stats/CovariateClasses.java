package io.levelfield.stats;

import java.util.Arrays;

/**
 * Classes of schools by one covariate, as even as ties allow, and narrow where they are few. A
 * class stands for its mean, in standard deviations over schools from their mean.
 */
final class CovariateClasses {
  private static final int EVEN_CLASSES = 16;

  /** In standard deviations: farther apart, schools are not of one class. */
  private static final double WIDEST = 0.25;

  private final double[] ends;
  private final double[] values;
  private final double[] shares;
  private final double[] doubts;

  /**
   * @param covariate of schools, finite, at least one
   * @param doubt standard error of each
   */
  CovariateClasses(double[] covariate, double[] doubt) {
    double[] sorted = covariate.clone();
    Arrays.sort(sorted);
    double mean = Descriptive.mean(sorted);
    double spread = 0;
    for (double value : sorted) {
      spread += (value - mean) * (value - mean);
    }
    double sd = Math.sqrt(spread / sorted.length);
    double[] last = new double[sorted.length];
    double[] sums = new double[sorted.length];
    int[] counts = new int[sorted.length];
    int classes = 0;
    double first = sorted[0];
    for (int i = 0; i < sorted.length; i++) {
      boolean newValue = i > 0 && sorted[i] > sorted[i - 1];
      boolean full = (long) i * EVEN_CLASSES >= (long) (classes + 1) * sorted.length;
      if (newValue && (full || sorted[i] - first > WIDEST * sd)) {
        classes++;
        first = sorted[i];
      }
      last[classes] = sorted[i];
      sums[classes] += sd > 0 ? (sorted[i] - mean) / sd : 0;
      counts[classes]++;
    }
    ends = Arrays.copyOf(last, classes + 1);
    values = new double[classes + 1];
    Arrays.setAll(values, c -> sums[c] / counts[c]);
    shares = new double[classes + 1];
    Arrays.setAll(shares, c -> (double) counts[c] / sorted.length);
    doubts = new double[classes + 1];
    if (sd > 0) {
      for (int i = 0; i < covariate.length; i++) {
        int own = classOf(covariate[i]);
        doubts[own] += Math.pow(doubt[i] / sd, 2) / counts[own];
      }
      Arrays.setAll(doubts, c -> Math.sqrt(doubts[c]));
    }
  }

  int classes() {
    return ends.length;
  }

  /** By class: the standardised covariate. */
  double[] values() {
    return values;
  }

  /** By class: the standard error of the covariate, in its standard deviations. */
  double[] doubts() {
    return doubts;
  }

  /** The share of schools that are of a class. */
  double share(int number) {
    return shares[number];
  }

  /** The class of schools of this covariate: the first that reaches so far, or the last. */
  int classOf(double covariate) {
    int found = Arrays.binarySearch(ends, covariate);
    int place = found >= 0 ? found : -found - 1;
    return Math.min(place, ends.length - 1);
  }
}
