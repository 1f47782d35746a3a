package io.levelfield.stats;

/**
 * A family of distributions of true shares over schools: one beta distribution, whose mean may move
 * with the schools' size, or a mixture of two, whose weights may; linearly in log-odds of both. Its
 * parameters are unbounded: by component the log-odds of the mean and of the {@linkplain
 * #concentration root of the intraclass correlation}; then those of the second component's weight;
 * then the slope.
 *
 * <p>The prior of the parameters is meant to say little. Means, roots of intraclass correlations
 * and the weight are uniform between 0 and 1: 1/(1+M) is the correlation of two pupils of a school,
 * and its root is to shares what the standard deviation between schools is to means, for which
 * Gelman (Bayesian Analysis 1, 2006, 515-534) recommends the uniform prior. The slope, in log-odds
 * per standard deviation of log size, is normal around 0 with a standard deviation of one half (two
 * for a weight): at that, a mean of 15 % becomes 6 or 32 % two standard deviations of size away.
 *
 * @param components 1 or 2
 * @param bySize whether the mean, or the components' weights, move with size
 */
record ShareShape(int components, boolean bySize) {
  /** More alike than this schools cannot be told to be: cells would be too wide for it. */
  private static final double MOST_ALIKE = 0.03;

  private static final double SLOPE_SD = 0.5;

  /** The weight of a component moves more than a mean: from one in ten to nine in ten is 4.4. */
  private static final double WEIGHT_SLOPE = 4;

  /** So little in each cell keeps every school possible. */
  private static final double NOWHERE_IMPOSSIBLE = 1e-12;

  int parameters() {
    return 3 * components - 1 + (bySize ? 1 : 0);
  }

  /** A name for tables: {@code beta}, {@code two-betas}, {@code beta-by-size} … */
  String code() {
    return (components == 1 ? "beta" : "two-betas") + (bySize ? "-by-size" : "");
  }

  /** Parameters from as many numbers between 0 and 1: draws of the prior if these are uniform. */
  double[] at(double[] uniform) {
    double[] parameters = new double[parameters()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] =
          bySize && i == parameters.length - 1
              ? SLOPE_SD * NormalTail.quantile(uniform[i])
              : logOdds(uniform[i]);
    }
    return parameters;
  }

  /** The parameters of the same distribution with its components in the other order. */
  double[] mirrored(double[] parameters) {
    if (components == 1) {
      return parameters;
    }
    double[] mirrored = parameters.clone();
    mirrored[0] = parameters[2];
    mirrored[1] = parameters[3];
    mirrored[2] = parameters[0];
    mirrored[3] = parameters[1];
    mirrored[4] = -parameters[4];
    if (bySize) {
      mirrored[5] = -parameters[5];
    }
    return mirrored;
  }

  /** The logarithm of the prior density. */
  double logPrior(double[] parameters) {
    double log = 0;
    int ofBetas = 3 * components - 1;
    for (int i = 0; i < ofBetas; i++) {
      // The logistic density, that of the log-odds of a uniform number.
      double size = Math.abs(parameters[i]);
      log -= size + 2 * Math.log1p(Math.exp(-size));
    }
    if (bySize) {
      double slope = parameters[ofBetas] / SLOPE_SD;
      log -= (slope * slope + Math.log(2 * Math.PI)) / 2 + Math.log(SLOPE_SD);
    }
    return log;
  }

  /**
   * The distributions for schools of several sizes.
   *
   * @param sizes log sizes, standardised over schools
   * @return {@code [size][cell]}; the same array for all where size does not matter
   */
  double[][] cells(double[] parameters, double[] sizes) {
    double[][] byClass = new double[sizes.length][];
    double slope = bySize ? parameters[parameters.length - 1] : 0;
    if (components == 2) {
      double[] first = beta(parameters[0], parameters[1]);
      double[] second = beta(parameters[2], parameters[3]);
      for (int c = 0; c < sizes.length; c++) {
        byClass[c] =
            c > 0 && !bySize
                ? byClass[0]
                : mixed(
                    first, second, probability(parameters[4] + WEIGHT_SLOPE * slope * sizes[c]));
      }
      return byClass;
    }
    for (int c = 0; c < sizes.length; c++) {
      byClass[c] =
          c > 0 && !bySize ? byClass[0] : beta(parameters[0] + slope * sizes[c], parameters[1]);
    }
    return byClass;
  }

  private static double[] beta(double meanLogOdds, double rootLogOdds) {
    double[] cells = new double[ShareCells.COUNT];
    ShareCells.addBeta(cells, 1, probability(meanLogOdds), concentration(rootLogOdds));
    for (int j = 0; j < cells.length; j++) {
      cells[j] += NOWHERE_IMPOSSIBLE;
    }
    return cells;
  }

  private static double[] mixed(double[] first, double[] second, double ofSecond) {
    double[] cells = new double[first.length];
    for (int j = 0; j < cells.length; j++) {
      cells[j] = (1 - ofSecond) * first[j] + ofSecond * second[j];
    }
    return cells;
  }

  /** M where the root of 1/(1+M) has these log-odds. */
  private static double concentration(double logOdds) {
    double root = MOST_ALIKE + (1 - 2 * MOST_ALIKE) * probability(logOdds);
    return 1 / (root * root) - 1;
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
