package io.levelfield.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The variance of results between schools and among the pupils within them, by restricted maximum
 * likelihood: {@link RandomInterceptReml} without covariates.
 */
public final class OneWayReml {
  private final RandomInterceptReml model;

  private OneWayReml(RandomInterceptReml model) {
    this.model = model;
  }

  /**
   * Fits the model.
   *
   * @param n pupils, {@code [school]}
   * @param means mean results, {@code [school]}
   * @param squares sums of squared deviations from the school's mean, {@code [school]}
   * @throws TooFewObservationsException if there is one school only, or one pupil in each
   */
  public static OneWayReml fit(long[] n, double[] means, double[] squares) {
    if (n.length != means.length || n.length != squares.length) {
      throw new IllegalArgumentException(
          n.length + " sizes, " + means.length + " means, " + squares.length + " squares");
    }
    List<CrossMoments> groups = new ArrayList<>();
    for (int i = 0; i < n.length; i++) {
      groups.add(CrossMoments.ofGroup(n[i], (double) n[i], means[i], squares[i]));
    }
    return new OneWayReml(RandomInterceptReml.fit(groups));
  }

  /** The mean of schools' true means. */
  public double intercept() {
    return model.coefficients()[0];
  }

  /** Standard error of the intercept. */
  public double interceptSe() {
    return model.standardErrors()[0];
  }

  /** Variance of true means between schools. */
  public double tau2() {
    return model.tau2();
  }

  /** Variance of pupils within schools. */
  public double sigma2() {
    return model.sigma2();
  }

  /** The intraclass correlation τ²/(τ²+σ²). */
  public double icc() {
    return model.icc();
  }

  /** Minus twice the logarithm of the restricted likelihood. */
  public double deviance() {
    return model.deviance();
  }

  /** Schools that entered. */
  public int schools() {
    return model.schools();
  }

  /** What the model says of a school with so many pupils and this mean. */
  public RandomInterceptReml.Prediction predict(long n, double mean) {
    return model.predict((double) n, mean);
  }
}
