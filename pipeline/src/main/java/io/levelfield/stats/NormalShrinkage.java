package io.levelfield.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values known with errors of their own, drawn towards their mean: the true values are taken to be
 * normal. Their variance solves Σ(y - μ)²/(v + τ²) = n - 3, where the unbiased equation has n - 1:
 * so the values are not drawn together too closely where they are few (Morris, Parametric Empirical
 * Bayes Inference, JASA 78, 1983, whose factor (n - 3)/(n - 1) on the shrinkage this is).
 *
 * @param mean of true values
 * @param meanVariance its error
 * @param between variance of true values
 */
public record NormalShrinkage(double mean, double meanVariance, double between) {
  /** So few values do not tell how they spread. */
  public static final int FEWEST = 5;

  private static final int HALVINGS = 60;

  /** A value as it is believed to be, and its error. */
  public record Shrunken(double value, double se) {}

  /**
   * Learns how values spread.
   *
   * @param values at least {@link #FEWEST}
   * @param variances of their errors, above 0
   */
  public static NormalShrinkage fit(double[] values, double[] variances) {
    if (values.length < FEWEST) {
      throw new TooFewObservationsException(values.length, FEWEST);
    }
    double low = 0;
    double high = Descriptive.variance(values) * values.length;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double mean = mean(values, variances, middle);
      double sum =
          IntStream.range(0, values.length)
              .mapToDouble(j -> Math.pow(values[j] - mean, 2) / (variances[j] + middle))
              .sum();
      if (sum > values.length - 3) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double between = high;
    return new NormalShrinkage(
        mean(values, variances, between),
        1 / Arrays.stream(variances).map(variance -> 1 / (variance + between)).sum(),
        between);
  }

  private static double mean(double[] values, double[] variances, double between) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      weights += 1 / (variances[i] + between);
      sum += values[i] / (variances[i] + between);
    }
    return sum / weights;
  }

  /** A value of those, with the error of the mean in its own. */
  public Shrunken of(double value, double variance) {
    double own = between / (between + variance);
    return new Shrunken(
        own * value + (1 - own) * mean,
        Math.sqrt(own * variance + (1 - own) * (1 - own) * meanVariance));
  }
}
