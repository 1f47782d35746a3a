package io.levelfield.stats;

import java.util.OptionalDouble;

/** How schools' true means spread, and what that says of a school. */
public interface MeansModel {

  /**
   * What the model says of a school, whether it entered the fit or not.
   *
   * @param weight its pupils
   * @param mean its mean
   * @param covariates its covariates, in the order of the fit
   */
  SchoolMean of(double weight, double mean, double... covariates);

  /** The expected mean of a school whose covariates are 0. */
  double intercept();

  /** Standard error of the intercept. */
  double interceptSe();

  /** Variance of true means between schools, beyond their covariates. */
  double tau2();

  /** Variance within schools: of pupils, or of an observation of weight 1. */
  double sigma2();

  /** The share of the variance that lies between schools; 0 where there is none at all. */
  double icc();

  /**
   * Minus twice the logarithm of the restricted likelihood at its top; absent without variance
   * within schools.
   */
  OptionalDouble lowestDeviance();

  /** Schools that entered. */
  int schools();
}
