package io.levelfield.stats;

import java.util.Arrays;

/**
 * Classes of schools by the logarithm of their size, as even as ties allow. A class stands for its
 * mean, in standard deviations over schools from their mean.
 */
final class SchoolSizes {
  private static final int MOST_CLASSES = 16;

  private final long[] ends;
  private final double[] sizes;
  private final double[] shares;

  /**
   * @param n sizes of schools, at least 1
   */
  SchoolSizes(long[] n) {
    long[] sorted = n.clone();
    Arrays.sort(sorted);
    double[] logs = Arrays.stream(sorted).mapToDouble(size -> Math.log((double) size)).toArray();
    double mean = Descriptive.mean(logs);
    double spread = 0;
    for (double log : logs) {
      spread += (log - mean) * (log - mean);
    }
    double sd = Math.sqrt(spread / logs.length);
    long distinct = Arrays.stream(sorted).distinct().count();
    long[] last = new long[MOST_CLASSES];
    double[] sums = new double[MOST_CLASSES];
    int[] counts = new int[MOST_CLASSES];
    int classes = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean newSize = i > 0 && sorted[i] != sorted[i - 1];
      boolean full =
          distinct <= MOST_CLASSES
              || (long) i * MOST_CLASSES >= (long) (classes + 1) * sorted.length;
      if (newSize && full && classes < MOST_CLASSES - 1) {
        classes++;
      }
      last[classes] = sorted[i];
      sums[classes] += sd > 0 ? (logs[i] - mean) / sd : 0;
      counts[classes]++;
    }
    ends = Arrays.copyOf(last, classes + 1);
    sizes = new double[classes + 1];
    Arrays.setAll(sizes, c -> sums[c] / counts[c]);
    shares = new double[classes + 1];
    Arrays.setAll(shares, c -> (double) counts[c] / sorted.length);
  }

  int classes() {
    return ends.length;
  }

  /** By class: the standardised log size. */
  double[] sizes() {
    return sizes;
  }

  /** The share of schools that are of a class. */
  double share(int number) {
    return shares[number];
  }

  /** The class of schools of so many pupils. */
  int classOf(long n) {
    int found = Arrays.binarySearch(ends, n);
    int place = found >= 0 ? found : -found - 1;
    return Math.min(place, ends.length - 1);
  }
}
