package io.levelfield.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far schools lie from what is expected of them: the variance of a school is a part of its own,
 * by its pupils' number, and a part κ times as large as one that all share. κ makes the sum of
 * squares in standard deviations equal to the degrees of freedom (Paule, Mandel, Journal of
 * Research of the National Bureau of Standards 87, 1982, 377-385).
 */
final class BetweenVariance {
  private static final int HALVINGS = 40;

  private BetweenVariance() {}

  /**
   * Variances of schools.
   *
   * @param squares of deviations from what is expected
   * @param own variances that pupils alone make
   * @param shared by how much the variance grows with κ
   * @param most the largest κ that is possible
   * @param degrees of freedom
   */
  static double[] variances(
      double[] squares, double[] own, double[] shared, double most, int degrees) {
    double low = 0;
    double high = most;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double sum =
          IntStream.range(0, squares.length)
              .mapToDouble(s -> squares[s] / (own[s] + middle * shared[s]))
              .sum();
      if (sum > degrees) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double kappa = high;
    double[] variances = new double[squares.length];
    Arrays.setAll(variances, s -> own[s] + kappa * shared[s]);
    return variances;
  }
}
