package io.levelfield.stats;

import java.io.Serializable;
import java.util.Arrays;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The power transformation (x^λ - 1)/λ, log x for λ = 0, that makes a sample most like a normal one
 * by maximum likelihood (Box, Cox, J. R. Stat. Soc. B 26, 1964).
 *
 * @param lambda the power, -5 to 5
 */
public record BoxCox(double lambda) implements Serializable {
  private static final double FARTHEST = 5;
  private static final double PRECISION = 1e-8;
  private static final int EVALUATIONS = 1000;

  /** Nearer to 0 than this the power is the logarithm. */
  private static final double ZERO = 1e-6;

  /**
   * Finds the power.
   *
   * @param values above 0, not all equal
   * @throws IllegalArgumentException if a value is not above 0
   */
  public static BoxCox fit(double[] values) {
    if (Arrays.stream(values).anyMatch(value -> !(value > 0))) {
      throw new IllegalArgumentException("Box-Cox needs values above 0");
    }
    // The power does not depend on the unit, and values near 1 cannot overflow.
    double logMean = Arrays.stream(values).map(Math::log).average().orElseThrow();
    double[] ratios = Arrays.stream(values).map(v -> v / Math.exp(logMean)).toArray();
    double best =
        new BrentOptimizer(PRECISION, PRECISION)
            .optimize(
                new MaxEval(EVALUATIONS),
                new UnivariateObjectiveFunction(
                    lambda -> {
                      var power = new BoxCox(lambda);
                      return Math.log(
                          Descriptive.variance(Arrays.stream(ratios).map(power::of).toArray()));
                    }),
                GoalType.MINIMIZE,
                new SearchInterval(-FARTHEST, FARTHEST, 0))
            .getPoint();
    return new BoxCox(best);
  }

  /** A value, above 0, transformed. */
  public double of(double value) {
    return Math.abs(lambda) < ZERO ? Math.log(value) : (Math.pow(value, lambda) - 1) / lambda;
  }
}
