package io.levelfield.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Probabilities of several conditions on one value that is known with an error: the error is the
 * same in all of them, so they hold together more often than their product says, and less often
 * than the least probable of them.
 */
public final class SharedError {
  private static final int NODES = 101;
  private static final double[] ERRORS = new double[NODES];

  static {
    Arrays.setAll(ERRORS, i -> NormalTail.quantile((i + 0.5) / NODES));
  }

  private SharedError() {}

  /**
   * The mean over the error.
   *
   * @param given the probability of all conditions, given the error in standard deviations
   */
  public static double over(DoubleUnaryOperator given) {
    return Arrays.stream(ERRORS).map(given).sum() / NODES;
  }

  /**
   * The probability of a positive value, given a part of its error.
   *
   * @param estimate of the value
   * @param se its whole standard error
   * @param shared standard error of the part that is given, no more than {@code se} counts
   * @param error of that part, in its standard deviations
   */
  public static double positive(double estimate, double se, double shared, double error) {
    double part = Math.min(se, shared);
    return NormalTail.above(
        0, estimate + part * error, Math.sqrt(Math.max(0, se * se - part * part)));
  }
}
