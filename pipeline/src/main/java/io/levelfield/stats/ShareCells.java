package io.levelfield.stats;

/**
 * Shares from 0 to 1 in cells, on which distributions of true shares are held. Cells are equally
 * wide in φ = 2 arcsin √p, where a share that n pupils show has the standard error 1/√n whatever it
 * is (Fisher's scale), so that none is too coarse for rare or frequent failure.
 *
 * <p>A distribution is an array of the cells' probabilities, {@code [COUNT]}, uniform in φ within a
 * cell: a cell is 0.02 wide at a share of one half and 0.014 at 0.15.
 */
final class ShareCells {
  static final int COUNT = 80;

  /** Width of a cell in φ. */
  static final double WIDTH = Math.PI / COUNT;

  /** A density lower than its top by this, in logarithms, is 0. */
  private static final double NEGLIGIBLE = -40;

  private static final double[] MIDDLE = new double[COUNT];
  private static final double[] LOG_BELOW = new double[COUNT];
  private static final double[] LOG_ABOVE = new double[COUNT];

  static {
    for (int j = 0; j < COUNT; j++) {
      double half = (j + 0.5) * WIDTH / 2;
      MIDDLE[j] = Math.sin(half) * Math.sin(half);
      LOG_BELOW[j] = 2 * Math.log(Math.sin(half));
      LOG_ABOVE[j] = 2 * Math.log(Math.cos(half));
    }
  }

  private ShareCells() {}

  /** Where a share lies, in cells from 0: 12.5 is the middle of the cell 12. */
  static double place(double share) {
    return 2 * Math.asin(Math.sqrt(share)) / WIDTH;
  }

  /** The mean share of a distribution. */
  static double mean(double[] cells) {
    double mean = 0;
    for (int j = 0; j < COUNT; j++) {
      mean += cells[j] * MIDDLE[j];
    }
    return mean;
  }

  /** The variance of shares of a distribution. */
  static double variance(double[] cells) {
    double mean = mean(cells);
    double variance = 0;
    for (int j = 0; j < COUNT; j++) {
      variance += cells[j] * (MIDDLE[j] - mean) * (MIDDLE[j] - mean);
    }
    return variance;
  }

  /**
   * Adds a beta distribution to cells, with this weight.
   *
   * @param mean between 0 and 1
   * @param concentration above 0
   */
  static void addBeta(double[] cells, double weight, double mean, double concentration) {
    // The density of φ is that of p times dp/dφ = √(p(1-p)).
    double a = mean * concentration - 0.5;
    double b = (1 - mean) * concentration - 0.5;
    double[] density = new double[COUNT];
    double top = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < COUNT; j++) {
      density[j] = a * LOG_BELOW[j] + b * LOG_ABOVE[j];
      top = Math.max(top, density[j]);
    }
    double sum = 0;
    for (int j = 0; j < COUNT; j++) {
      density[j] = density[j] - top > NEGLIGIBLE ? Math.exp(density[j] - top) : 0;
      sum += density[j];
    }
    for (int j = 0; j < COUNT; j++) {
      cells[j] += weight * density[j] / sum;
    }
  }
}
