package io.levelfield.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The last covariate of a model of schools, which may be left out. Where it stays in, what the
 * covariates before it tell of it is taken out first, so that their coefficients mean the same with
 * it and without.
 */
final class OptionalCovariate {
  private final boolean present;
  private final boolean used;
  private final double[] told;
  private final double variance;

  private OptionalCovariate(boolean present, boolean used, double[] told, double variance) {
    this.present = present;
    this.used = used;
    this.told = told.clone();
    this.variance = variance;
  }

  static OptionalCovariate of(List<CrossMoments> groups, boolean lastIsOptional) {
    if (!lastIsOptional || groups.isEmpty()) {
      return new OptionalCovariate(false, false, new double[0], 0);
    }
    int last = groups.get(0).covariates() - 1;
    double[][] before =
        groups.stream().map(g -> Arrays.copyOf(g.covariateMeans(), last)).toArray(double[][]::new);
    double[] own = groups.stream().mapToDouble(g -> g.mean(last)).toArray();
    double spread = groups.size() > 1 ? Descriptive.sd(own) : 0;
    // One school more than for the fit without it, and one for its coefficient.
    if (groups.size() < last + 4 || !(spread > 0)) {
      return new OptionalCovariate(true, false, new double[last + 1], 0);
    }
    try {
      double[] told =
          last == 0
              ? new double[] {Descriptive.mean(own)}
              : LeastSquares.fit(before, own).coefficients();
      var candidate = new OptionalCovariate(true, true, told, 0);
      double squares = 0;
      for (int i = 0; i < own.length; i++) {
        double rest = candidate.rest(groups.get(i).covariateMeans());
        squares += rest * rest;
      }
      double left = squares / (own.length - 1);
      return new OptionalCovariate(true, left > 1e-8 * spread * spread, told, left);
    } catch (CollinearColumnException | TooFewObservationsException e) {
      return new OptionalCovariate(true, false, new double[last + 1], 0);
    }
  }

  /** Whether it can be told from the covariates before it. */
  boolean used() {
    return used;
  }

  /** Its variance over schools, beyond the covariates before it. */
  double variance() {
    return variance;
  }

  private double rest(double[] covariates) {
    double rest = covariates[covariates.length - 1] - told[0];
    for (int j = 1; j < told.length; j++) {
      rest -= told[j] * covariates[j - 1];
    }
    return rest;
  }

  /** The covariates without it. */
  double[] kept(double[] covariates) {
    return present ? Arrays.copyOf(covariates, covariates.length - 1) : covariates;
  }

  CrossMoments without(CrossMoments group) {
    return present ? with(group, kept(group.covariateMeans())) : group;
  }

  CrossMoments adjusted(CrossMoments group) {
    if (!present) {
      return group;
    }
    double[] covariates = group.covariateMeans();
    covariates[covariates.length - 1] = rest(covariates);
    return with(group, covariates);
  }

  private static CrossMoments with(CrossMoments group, double[] covariates) {
    int response = group.covariates();
    return CrossMoments.ofGroup(
        group.observations(),
        group.weight(),
        group.mean(),
        group.product(response, response),
        covariates);
  }

  /** The constant and the covariates without it. */
  double[] required(double[] covariates) {
    return withConstant(kept(covariates));
  }

  /** The constant and all covariates, it beyond the others. */
  double[] adjusted(double[] covariates) {
    if (!present) {
      return withConstant(covariates);
    }
    double[] adjusted = covariates.clone();
    adjusted[adjusted.length - 1] = rest(covariates);
    return withConstant(adjusted);
  }

  private static double[] withConstant(double[] covariates) {
    double[] x = new double[covariates.length + 1];
    x[0] = 1;
    System.arraycopy(covariates, 0, x, 1, covariates.length);
    return x;
  }
}
