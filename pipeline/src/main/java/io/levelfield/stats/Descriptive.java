package io.levelfield.stats;

import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Skewness;

/** What describes one sample of finite numbers. */
public final class Descriptive {
  private Descriptive() {}

  /**
   * The arithmetic mean.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static double mean(double[] values) {
    requireAtLeast(1, values);
    return StatUtils.mean(values);
  }

  /**
   * The sample variance, with denominator n-1.
   *
   * @throws IllegalArgumentException if there are fewer than two values
   */
  public static double variance(double[] values) {
    requireAtLeast(2, values);
    return StatUtils.variance(values);
  }

  /**
   * The sample standard deviation, with denominator n-1.
   *
   * @throws IllegalArgumentException if there are fewer than two values
   */
  public static double sd(double[] values) {
    return Math.sqrt(variance(values));
  }

  /**
   * The middle value, or the mean of the two middle values.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static double median(double[] values) {
    requireAtLeast(1, values);
    return StatUtils.percentile(values, 50);
  }

  /**
   * The sample skewness G1, adjusted for bias: n/((n-1)(n-2)) times the sum of cubed z-scores. This
   * is the "type 2" of Joanes and Gill (1998), which composite-indicator tools use to spot
   * outliers.
   *
   * @return NaN if all values are equal
   * @throws IllegalArgumentException if there are fewer than three values
   */
  public static double skewness(double[] values) {
    requireAtLeast(3, values);
    return new Skewness().evaluate(values);
  }

  /**
   * The sample excess kurtosis G2, adjusted for bias; 0 for a normal distribution. The "type 2" of
   * Joanes and Gill (1998).
   *
   * @return NaN if all values are equal
   * @throws IllegalArgumentException if there are fewer than four values
   */
  public static double kurtosis(double[] values) {
    requireAtLeast(4, values);
    return new Kurtosis().evaluate(values);
  }

  private static void requireAtLeast(int count, double[] values) {
    if (values.length < count) {
      throw new IllegalArgumentException(
          "needs at least " + count + " values, but there are " + values.length);
    }
  }

  /** Whether the values are all equal but for rounding; no values or one are. */
  public static boolean isConstant(double[] values) {
    return values.length < 2 || Standardisation.isConstant(values, sd(values));
  }
}
