package io.levelfield.identify;

import java.util.Collection;

/**
 * Where values stand among those of all schools. A value is among the lowest share if fewer schools
 * than that share lie below it, schools with the same value counting half: so a quarter is never
 * empty, and a value that all schools share is in no quarter.
 */
final class Standing {
  private final double[] sorted;

  Standing(Collection<Double> values) {
    sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private Standing(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Among values in ascending order.
   *
   * @param sorted not changed afterwards
   */
  static Standing ofSorted(double[] sorted) {
    return new Standing(sorted);
  }

  /** The highest value that is among the lowest share; minus infinity where none is. */
  double highestInLowest(ExactShare share) {
    int low = -1;
    int high = sorted.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (inLowest(sorted[middle], share)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low < 0 ? Double.NEGATIVE_INFINITY : sorted[low];
  }

  int schools() {
    return sorted.length;
  }

  /** Whether there are enough schools to speak of such a share of them. */
  boolean has(ExactShare share) {
    return share.isOneOf(sorted.length);
  }

  /** Schools whose value is lower. */
  int below(double value) {
    return firstNotBelow(value);
  }

  /** Whether a school's value is among the lowest share. */
  boolean inLowest(double value, ExactShare share) {
    int below = firstNotBelow(value);
    int others = firstNotBelow(Math.nextUp(value)) - below - 1;
    return share.exceedsHalves(2L * below + Math.max(0, others), sorted.length);
  }

  private int firstNotBelow(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
