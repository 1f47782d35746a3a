package io.levelfield.context;

import io.levelfield.study.ContextIndexSettings.Aggregation;
import java.util.Arrays;

/**
 * Puts normalised indicators together under weights. OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), ch. 6; Mazziotta, Pareto, Rivista italiana di economia, demografia e
 * statistica 67 (2013).
 */
final class Aggregator {
  /** Below it a logarithm would let one indicator decide alone. */
  private static final double FLOOR = 0.01;

  static final double CENTRE = 100;
  static final double UNIT = 10;

  private Aggregator() {}

  /**
   * What each indicator adds to a school's index; under geometric aggregation, to its logarithm.
   *
   * @param values normalised, NaN where unknown
   * @param weights those of unknown values are shared out among the others; they add up to 1 unless
   *     the aggregation is arithmetic
   * @return NaN where the value is
   */
  static double[] contributions(Aggregation aggregation, double[] values, double[] weights) {
    double all = 0;
    double known = 0;
    for (int j = 0; j < values.length; j++) {
      all += Math.abs(weights[j]);
      known += Double.isNaN(values[j]) ? 0 : Math.abs(weights[j]);
    }
    // Complete passports must not be rescaled by a rounding error.
    double scale = known == all || known == 0 ? 1 : all / known;
    double[] parts = new double[values.length];
    for (int j = 0; j < values.length; j++) {
      parts[j] =
          switch (aggregation) {
            case ARITHMETIC -> scale * weights[j] * values[j];
            case GEOMETRIC -> scale * weights[j] * logarithm(values[j]);
            case MAZZIOTTA_PARETO -> scale * weights[j] * (CENTRE + UNIT * values[j]);
          };
    }
    if (aggregation == Aggregation.MAZZIOTTA_PARETO) {
      double mean = sum(parts);
      for (int j = 0; j < values.length; j++) {
        double deviation = CENTRE + UNIT * values[j] - mean;
        parts[j] -= scale * weights[j] * deviation * deviation / mean;
      }
    }
    return parts;
  }

  /** Of a value from 0 to 1, for geometric aggregation; NaN stays. */
  static double logarithm(double value) {
    return Math.log(Math.max(FLOOR, value));
  }

  /** The index from its contributions. */
  static double index(Aggregation aggregation, double[] contributions) {
    double sum = sum(contributions);
    return aggregation == Aggregation.GEOMETRIC ? Math.exp(sum) : sum;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sum();
  }
}
