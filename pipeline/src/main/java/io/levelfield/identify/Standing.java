package io.levelfield.identify;

import java.util.Arrays;
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

  int schools() {
    return sorted.length;
  }

  /** Whether there are enough schools to speak of such a share of them. */
  boolean has(ExactShare share) {
    return share.isOneOf(sorted.length);
  }

  /** Schools whose value is lower. */
  int below(double value) {
    int at = Arrays.binarySearch(sorted, value);
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at < 0 ? -at - 1 : at;
  }

  /** Whether a school's value is among the lowest share. */
  boolean inLowest(double value, ExactShare share) {
    int below = below(value);
    int above = below;
    while (above < sorted.length && sorted[above] == value) {
      above++;
    }
    int others = Math.max(0, above - below - 1);
    return share.exceedsHalves(2L * below + others, sorted.length);
  }
}
