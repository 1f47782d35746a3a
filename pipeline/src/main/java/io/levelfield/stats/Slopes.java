package io.levelfield.stats;

import java.util.List;

/**
 * Straight lines through short series of many units, and the error of each line's slope.
 *
 * <p>A value's variance around its line is taken to be a + c/w, with the value's weight w: what
 * happens to a unit in a time whatever its size, and what its size accounts for. Both are found
 * from the residuals of all lines together, whose expected squares are linear in them, by weighted
 * least squares; neither is below 0.
 */
public final class Slopes {
  private static final int ROUNDS = 5;
  private static final int LEAST_DEGREES = 20;

  private Slopes() {}

  /** A unit's series. */
  public static final class Series {
    private final double[] times;
    private final double[] values;
    private final double[] weights;

    /**
     * Takes the arrays over.
     *
     * @param times not all the same
     * @param values at these times
     * @param weights above 0, e.g. how many the value is the mean of
     */
    public Series(double[] times, double[] values, double[] weights) {
      this.times = times;
      this.values = values;
      this.weights = weights;
    }

    /** How many values there are. */
    public int length() {
      return times.length;
    }

    private double centred(int t) {
      double mean = 0;
      for (double time : times) {
        mean += time / times.length;
      }
      return times[t] - mean;
    }

    private double squares() {
      double squares = 0;
      for (int t = 0; t < times.length; t++) {
        squares += centred(t) * centred(t);
      }
      return squares;
    }

    /** Change a unit of time, by ordinary least squares. */
    public double slope() {
      double products = 0;
      for (int t = 0; t < times.length; t++) {
        products += centred(t) * values[t];
      }
      return products / squares();
    }

    /** Variance of the slope, given that of each value. */
    public double slopeVariance(double[] variances) {
      double sum = 0;
      for (int t = 0; t < times.length; t++) {
        sum += centred(t) * centred(t) * variances[t];
      }
      return sum / (squares() * squares());
    }

    /** What of a value's variance is left in its residual. */
    private double left(int t) {
      return 1 - 1.0 / times.length - centred(t) * centred(t) / squares();
    }

    private double residualSquares() {
      double mean = 0;
      for (double value : values) {
        mean += value / values.length;
      }
      double slope = slope();
      double squares = 0;
      for (int t = 0; t < times.length; t++) {
        double residual = values[t] - mean - slope * centred(t);
        squares += residual * residual;
      }
      return squares;
    }
  }

  /**
   * A value's variance around its line.
   *
   * @param constant whatever the weight
   * @param byWeight over the weight
   */
  public record Scatter(double constant, double byWeight) {
    double of(double weight) {
      return constant + byWeight / weight;
    }

    /** Variance of a series' slope. */
    public double slopeVariance(Series series) {
      double[] variances = new double[series.length()];
      for (int t = 0; t < variances.length; t++) {
        variances[t] = of(series.weights[t]);
      }
      return series.slopeVariance(variances);
    }
  }

  /** Whether the residuals of all lines are enough to tell how values scatter around them. */
  public static boolean tellScatter(List<Series> all) {
    return degrees(all) >= LEAST_DEGREES;
  }

  /** Degrees of freedom that the residuals of all lines have. */
  private static int degrees(List<Series> all) {
    return all.stream().mapToInt(series -> Math.max(0, series.length() - 2)).sum();
  }

  /**
   * How values scatter around lines.
   *
   * @param all with at least one degree of freedom
   */
  public static Scatter scatter(List<Series> all) {
    double[] ones = new double[all.size()];
    double[] overWeights = new double[all.size()];
    double[] squares = new double[all.size()];
    for (int i = 0; i < ones.length; i++) {
      Series series = all.get(i);
      squares[i] = series.residualSquares();
      for (int t = 0; t < series.length(); t++) {
        ones[i] += series.left(t);
        overWeights[i] += series.left(t) / series.weights[t];
      }
    }
    double[] parts = {sum(squares) / sum(ones), 0};
    for (int round = 0; round < ROUNDS; round++) {
      parts = notNegative(ones, overWeights, squares, parts);
    }
    return new Scatter(parts[0], parts[1]);
  }

  /** Squares have a standard deviation in proportion to what is expected of them. */
  private static double[] notNegative(double[] x, double[] z, double[] y, double[] before) {
    double xx = 0;
    double xz = 0;
    double zz = 0;
    double xy = 0;
    double zy = 0;
    for (int i = 0; i < y.length; i++) {
      double expected = before[0] * x[i] + before[1] * z[i];
      if (expected > 0) {
        double weight = 1 / (expected * expected);
        xx += weight * x[i] * x[i];
        xz += weight * x[i] * z[i];
        zz += weight * z[i] * z[i];
        xy += weight * x[i] * y[i];
        zy += weight * z[i] * y[i];
      }
    }
    double determinant = xx * zz - xz * xz;
    double constant = (zz * xy - xz * zy) / determinant;
    double byWeight = (xx * zy - xz * xy) / determinant;
    // Equal weights everywhere do not tell the two apart.
    if (!(determinant > 1e-9 * xx * zz) || byWeight < 0) {
      return new double[] {xx > 0 ? xy / xx : 0, 0};
    }
    return constant < 0 ? new double[] {0, zy / zz} : new double[] {constant, byWeight};
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
