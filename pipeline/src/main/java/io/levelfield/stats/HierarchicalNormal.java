package io.levelfield.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Values known with errors of their own, whose true values are normal with an unknown variance:
 * unlike {@link NormalShrinkage} it believes in no single variance, but weighs all by how well they
 * fit, with a uniform prior on the deviation τ (Gelman, Bayesian Analysis 1, 2006). So few values
 * do not tell of differences, or of none, with more certainty than there is.
 */
public final class HierarchicalNormal {
  private static final int GRID = 61;

  /** The deviation that is thought of at most, in those of the values as they stand. */
  private static final double FARTHEST = 2;

  private static final NormalDistribution NORMAL = new NormalDistribution();

  private final double[] between = new double[GRID];
  private final double[] means = new double[GRID];
  private final double[] meanVariances = new double[GRID];

  /** Adding up to 1. */
  private final double[] weights = new double[GRID];

  private HierarchicalNormal() {}

  /**
   * Learns how values spread.
   *
   * @param values at least two
   * @param variances of their errors, above 0
   */
  public static HierarchicalNormal fit(double[] values, double[] variances) {
    var fit = new HierarchicalNormal();
    double widest = FARTHEST * Descriptive.sd(values);
    double[] likelihoods = new double[GRID];
    for (int g = 0; g < GRID; g++) {
      double deviation = widest * g / (GRID - 1);
      fit.between[g] = deviation * deviation;
      likelihoods[g] = fit.at(g, values, variances);
    }
    double highest = Arrays.stream(likelihoods).max().orElseThrow();
    double sum = 0;
    for (int g = 0; g < GRID; g++) {
      fit.weights[g] = Math.exp(likelihoods[g] - highest);
      sum += fit.weights[g];
    }
    for (int g = 0; g < GRID; g++) {
      fit.weights[g] /= sum;
    }
    return fit;
  }

  /** The logarithm of the likelihood with the mean integrated out, but for a constant. */
  private double at(int g, double[] values, double[] variances) {
    double precision = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      precision += 1 / (variances[i] + between[g]);
      sum += values[i] / (variances[i] + between[g]);
    }
    means[g] = sum / precision;
    meanVariances[g] = 1 / precision;
    double likelihood = -Math.log(precision) / 2;
    for (int i = 0; i < values.length; i++) {
      double variance = variances[i] + between[g];
      likelihood -= (Math.log(variance) + Math.pow(values[i] - means[g], 2) / variance) / 2;
    }
    return likelihood;
  }

  /** What a value is believed to be, given its error variance. */
  public Belief of(double value, double variance) {
    double[] centres = new double[GRID];
    double[] errors = new double[GRID];
    for (int g = 0; g < GRID; g++) {
      double own = between[g] / (between[g] + variance);
      centres[g] = own * value + (1 - own) * means[g];
      errors[g] = Math.sqrt(own * variance + (1 - own) * (1 - own) * meanVariances[g]);
    }
    return new Belief(centres, errors, weights);
  }

  /** The variance of true values to expect. */
  public double variance() {
    double variance = 0;
    for (int g = 0; g < GRID; g++) {
      variance += weights[g] * between[g];
    }
    return variance;
  }

  /** The deviation of true values that is no less than the real one with this probability. */
  public double deviation(double probability) {
    double[] deviations = Arrays.stream(between).map(Math::sqrt).toArray();
    return WeightedQuantile.of(deviations, weights, probability);
  }

  /** A mixture of normal distributions. */
  public static final class Belief {
    private final double[] centres;
    private final double[] errors;
    private final double[] weights;

    private Belief(double[] centres, double[] errors, double[] weights) {
      this.centres = centres;
      this.errors = errors;
      this.weights = weights;
    }

    /** One normal distribution; the value for certain where the error is 0. */
    public static Belief normal(double value, double error) {
      return new Belief(new double[] {value}, new double[] {error}, new double[] {1});
    }

    /** The value to expect. */
    public double mean() {
      double mean = 0;
      for (int g = 0; g < centres.length; g++) {
        mean += weights[g] * centres[g];
      }
      return mean;
    }

    /** The probability of a value no greater than a bound. */
    public double notAbove(double bound) {
      double probability = 0;
      for (int g = 0; g < centres.length; g++) {
        probability +=
            weights[g]
                * (errors[g] > 0
                    ? NORMAL.cumulativeProbability((bound - centres[g]) / errors[g])
                    : centres[g] <= bound ? 1 : 0);
      }
      return Math.min(1, probability);
    }
  }
}
