package io.levelfield.stats;

import java.util.Arrays;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/** Places of values in their order, from 1; tied values share the mean of their places. */
public final class Ranks {
  private Ranks() {}

  /** Ranks with 1 for the lowest value, in the values' order. */
  public static double[] ascending(double[] values) {
    return new NaturalRanking(TiesStrategy.AVERAGE).rank(values);
  }

  /** Ranks with 1 for the highest value, in the values' order. */
  public static double[] descending(double[] values) {
    return ascending(Arrays.stream(values).map(value -> -value).toArray());
  }
}
