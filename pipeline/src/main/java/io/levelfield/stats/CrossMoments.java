package io.levelfield.stats;

import java.util.Arrays;

/**
 * Means and centred cross-products of covariates and a response over the observations of one group:
 * all that a model with a random intercept needs of a school's pupils. Filled by {@link #add} and
 * {@link #merge}, like any tally.
 */
public final class CrossMoments {
  private final int covariates;
  private final double[] means;
  private final double[][] products;
  private long observations;
  private double weight;

  /** No observations yet of so many covariates and a response. */
  public CrossMoments(int covariates) {
    this.covariates = covariates;
    means = new double[covariates + 1];
    products = new double[covariates + 1][covariates + 1];
  }

  /**
   * The moments of a group whose covariates do not vary within it, such as a school's context.
   *
   * @param observations how many entered the mean
   * @param weight their weights together; equal to {@code observations} where each weighs 1
   * @param mean weighted mean of the response
   * @param squares weighted sum of squared deviations from that mean
   * @param covariates of the group
   */
  public static CrossMoments ofGroup(
      long observations, double weight, double mean, double squares, double... covariates) {
    if (observations < 1 || !(weight > 0) || !(squares >= 0)) {
      throw new IllegalArgumentException(
          observations + " observations of weight " + weight + ", squares " + squares);
    }
    var moments = new CrossMoments(covariates.length);
    moments.observations = observations;
    moments.weight = weight;
    System.arraycopy(covariates, 0, moments.means, 0, covariates.length);
    moments.means[covariates.length] = mean;
    moments.products[covariates.length][covariates.length] = squares;
    return moments;
  }

  /** The same response with covariates of the group; it must have none yet. */
  public CrossMoments withCovariates(double... ofGroup) {
    if (covariates != 0) {
      throw new IllegalStateException("there are " + covariates + " covariates already");
    }
    return ofGroup(observations, weight, mean(), product(0, 0), ofGroup);
  }

  /** Adds an observation. */
  public void add(double[] x, double y) {
    if (x.length != covariates) {
      throw new IllegalArgumentException(x.length + " covariates, not " + covariates);
    }
    var single = ofGroup(1, 1, y, 0, x);
    merge(single);
  }

  /** Adds another group's observations. */
  public CrossMoments merge(CrossMoments other) {
    if (other.covariates != covariates) {
      throw new IllegalArgumentException(other.covariates + " covariates, not " + covariates);
    }
    if (other.observations == 0) {
      return this;
    }
    double together = weight + other.weight;
    double share = other.weight / together;
    double[] apart = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      apart[i] = other.means[i] - means[i];
    }
    for (int i = 0; i < means.length; i++) {
      for (int j = 0; j < means.length; j++) {
        products[i][j] += other.products[i][j] + apart[i] * apart[j] * weight * share;
      }
      means[i] += apart[i] * share;
    }
    observations += other.observations;
    weight = together;
    return this;
  }

  /** Observations counted. */
  public long observations() {
    return observations;
  }

  /** Weights of the observations together. */
  public double weight() {
    return weight;
  }

  /** Number of covariates. */
  public int covariates() {
    return covariates;
  }

  /** Mean of the response. */
  public double mean() {
    return means[covariates];
  }

  /** Mean of a covariate. */
  public double mean(int covariate) {
    return means[covariate];
  }

  /** Means of the covariates. */
  public double[] covariateMeans() {
    return Arrays.copyOf(means, covariates);
  }

  /**
   * Centred cross-product of two variables; the response is the one after the last covariate.
   *
   * @param i from 0 to {@link #covariates()}
   * @param j from 0 to {@link #covariates()}
   */
  public double product(int i, int j) {
    return products[i][j];
  }
}
