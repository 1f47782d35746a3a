package io.levelfield.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Quantiles of values that count unequally. */
final class WeightedQuantile {
  private WeightedQuantile() {}

  /**
   * The value up to which this share of the weights lies.
   *
   * @param weights that sum to 1
   */
  static double of(double[] values, double[] weights, double share) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double reached = 0;
    for (int i : order) {
      reached += weights[i];
      if (reached >= share) {
        return values[i];
      }
    }
    return values[order[order.length - 1]];
  }

  /** The central interval that holds this share of the weights. */
  static Interval interval(double[] values, double[] weights, double probability) {
    double tail = (1 - Interval.requireConfidence(probability)) / 2;
    return new Interval(of(values, weights, tail), of(values, weights, 1 - tail));
  }
}
