package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A family of distributions of true shares over schools: one beta distribution, whose mean may move
 * with a covariate of schools, or a mixture of two that spread alike in log-odds, whose weights
 * may; linearly in log-odds of both. Its parameters are unbounded log-odds: of the mean of all; of
 * the {@linkplain #root root of the intraclass correlation} of all; of a mixture also those of the
 * upper kind's weight and of the part of the variance that lies within kinds; then comes the slope.
 *
 * <p>The prior of the parameters is meant to say little. Means, roots of intraclass correlations,
 * weights and parts are uniform between 0 and 1: 1/(1+M) is the correlation of two pupils of a
 * school, and its root is to shares what the standard deviation between schools is to means, for
 * which Gelman (Bayesian Analysis 1, 2006, 515-534) recommends the uniform prior. So two kinds are
 * as likely to have any mean and variance as one is, and pay for two numbers only. The slope, in
 * log-odds per standard deviation of the covariate, is normal around 0 with a standard deviation of
 * one half (two for a weight): at that, a mean of 15 % becomes 6 or 32 % two standard deviations
 * away.
 *
 * @param components 1 or 2
 * @param moving whether the mean, or the components' weights, move with the covariate
 */
record ShareShape(int components, boolean moving) {
  /** More alike than this schools cannot be told to be: cells would be too wide for it. */
  private static final double MOST_ALIKE = 0.03;

  private static final double SLOPE_SD = 0.5;

  /** The weight of a component moves more than a mean: from one in ten to nine in ten is 4.4. */
  private static final double WEIGHT_SLOPE = 4;

  /** Weights of the second of two kinds from which climbing may begin. */
  private static final double[] SPLITS = {.1, .25, .5, .75, .9};

  /** Log-odds of the part of the variance within kinds from which climbing may begin. */
  private static final double SPLIT_WITHIN = -2;

  /** Means of kinds keep this far from 0 and 1. */
  private static final double LEAST_MEAN = 0.001;

  /** So little in each cell keeps every school possible. */
  private static final double NOWHERE_IMPOSSIBLE = 1e-12;

  int parameters() {
    return ofBetas() + (moving ? 1 : 0);
  }

  private int ofBetas() {
    return 2 * components;
  }

  /** A name for tables, without the covariate: {@code beta} or {@code two-betas}. */
  String code() {
    return components == 1 ? "beta" : "two-betas";
  }

  /** Parameters from as many numbers between 0 and 1: draws of the prior if these are uniform. */
  double[] at(double[] uniform) {
    double[] parameters = new double[parameters()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] =
          moving && i == parameters.length - 1
              ? SLOPE_SD * NormalTail.quantile(uniform[i])
              : logOdds(uniform[i]);
    }
    return parameters;
  }

  /**
   * Points that may be near the mode: that of the same family without the covariate; or two kinds
   * of schools that together have the mean and the variance of one beta distribution.
   *
   * @param modes of simpler families
   */
  List<double[]> hints(Map<ShareShape, double[]> modes) {
    if (moving) {
      double[] still = modes.get(new ShareShape(components, false));
      return List.of(Arrays.copyOf(still, still.length + 1));
    }
    if (components == 1) {
      return List.of();
    }
    double[] beta = modes.get(new ShareShape(1, false));
    List<double[]> split = new ArrayList<>();
    for (double ofSecond : SPLITS) {
      split.add(new double[] {beta[0], beta[1], logOdds(ofSecond), SPLIT_WITHIN});
    }
    return split;
  }

  /** The logarithm of the prior density. */
  double logPrior(double[] parameters) {
    double log = 0;
    int ofBetas = ofBetas();
    for (int i = 0; i < ofBetas; i++) {
      // The logistic density, that of the log-odds of a uniform number.
      double size = Math.abs(parameters[i]);
      log -= size + 2 * Math.log1p(Math.exp(-size));
    }
    if (moving) {
      double slope = parameters[ofBetas] / SLOPE_SD;
      log -= (slope * slope + Math.log(2 * Math.PI)) / 2 + Math.log(SLOPE_SD);
    }
    return log;
  }

  /**
   * The distributions for schools of several kinds.
   *
   * @param covariates of the kinds, standardised over schools
   * @return {@code [kind][cell]}; the same array for all where the covariate does not matter
   */
  double[][] cells(double[] parameters, double[] covariates) {
    double[][] byClass = new double[covariates.length][];
    double slope = moving ? parameters[parameters.length - 1] : 0;
    double[][] kinds = components == 2 ? kinds(parameters) : new double[0][];
    for (int c = 0; c < covariates.length; c++) {
      double move = slope * covariates[c];
      if (c > 0 && !moving) {
        byClass[c] = byClass[0];
      } else if (components == 2) {
        byClass[c] = mixed(kinds[0], kinds[1], probability(parameters[2] + WEIGHT_SLOPE * move));
      } else {
        byClass[c] = beta(probability(parameters[0] + move), root(parameters[1]));
      }
    }
    return byClass;
  }

  /** The lower and the upper kind, which together have the mean and the variance of all. */
  private static double[][] kinds(double[] parameters) {
    double mean = probability(parameters[0]);
    double variance = Math.pow(root(parameters[1]), 2) * mean * (1 - mean);
    double ofUpper = probability(parameters[2]);
    double within = probability(parameters[3]);
    double apart = Math.sqrt((1 - within) * variance);
    double lower = Math.max(LEAST_MEAN, mean - apart * Math.sqrt(ofUpper / (1 - ofUpper)));
    double upper = Math.min(1 - LEAST_MEAN, mean + apart * Math.sqrt((1 - ofUpper) / ofUpper));
    // A spread of log-odds makes a variance of shares that goes with (p(1-p))².
    double squares = (1 - ofUpper) * squared(lower) + ofUpper * squared(upper);
    double spread = Math.sqrt(within * variance / squares);
    return new double[][] {spreading(lower, spread), spreading(upper, spread)};
  }

  private static double squared(double mean) {
    return Math.pow(mean * (1 - mean), 2);
  }

  private static double[] spreading(double mean, double spread) {
    double root = spread * Math.sqrt(mean * (1 - mean));
    return beta(mean, Math.max(MOST_ALIKE, Math.min(1 - MOST_ALIKE, root)));
  }

  private static double[] beta(double mean, double root) {
    double[] cells = new double[ShareCells.COUNT];
    ShareCells.addBeta(cells, 1, mean, 1 / (root * root) - 1);
    for (int j = 0; j < cells.length; j++) {
      cells[j] += NOWHERE_IMPOSSIBLE;
    }
    return cells;
  }

  /** The root of 1/(1+M) that has these log-odds. */
  private static double root(double logOdds) {
    return MOST_ALIKE + (1 - 2 * MOST_ALIKE) * probability(logOdds);
  }

  private static double[] mixed(double[] first, double[] second, double ofSecond) {
    double[] cells = new double[first.length];
    for (int j = 0; j < cells.length; j++) {
      cells[j] = (1 - ofSecond) * first[j] + ofSecond * second[j];
    }
    return cells;
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
