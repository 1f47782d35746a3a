package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  private static final int ROWS = 40;

  @Test
  void coefficientsSolveThePenalisedNormalEquations() {
    double[][] z = z(0.5);
    double[] y = y(z, 1);
    RidgeRegression fit = RidgeRegression.fit(z, y);

    RealMatrix x = MatrixUtils.createRealMatrix(z);
    double mean = Descriptive.mean(y);
    double[] centred = Arrays.stream(y).map(v -> v - mean).toArray();
    RealMatrix penalised =
        x.transposeMultiply(x)
            .add(MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(fit.penalty()));
    double[] expected =
        new LUDecomposition(penalised)
            .getSolver()
            .solve(MatrixUtils.createRealVector(x.transpose().operate(centred)))
            .toArray();
    assertThat(fit.coefficients()).containsExactly(expected, within(1e-9));
  }

  @Test
  void withLittleNoiseItIsOrdinaryRegression() {
    double[][] z = z(0.5);
    double[] y = y(z, 1e-6);
    double[] ordinary = LeastSquares.fit(z, y).coefficients();
    RidgeRegression fit = RidgeRegression.fit(z, y);

    assertThat(fit.coefficients()[0]).isCloseTo(ordinary[1], within(1e-4));
    assertThat(fit.coefficients()[1]).isCloseTo(ordinary[2], within(1e-4));
    assertThat(fit.rSquared()).isCloseTo(1, within(1e-6));
  }

  @Test
  void penaltyHasTheLeastGeneralisedCrossValidation() {
    double[][] z = z(0.1);
    double[] y = y(z, 2);
    double penalty = RidgeRegression.fit(z, y).penalty();

    for (double factor : new double[] {0.01, 0.3, 0.9, 1.1, 3, 100}) {
      assertThat(crossValidation(z, y, penalty * factor))
          .isGreaterThanOrEqualTo(crossValidation(z, y, penalty) - 1e-12);
    }
  }

  /** Without its decomposition: the trace of the hat matrix, entry by entry. */
  private static double crossValidation(double[][] z, double[] y, double penalty) {
    RealMatrix x = MatrixUtils.createRealMatrix(z);
    double mean = Descriptive.mean(y);
    double[] centred = Arrays.stream(y).map(v -> v - mean).toArray();
    RealMatrix inverse =
        new LUDecomposition(
                x.transposeMultiply(x)
                    .add(MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(penalty)))
            .getSolver()
            .getInverse();
    RealMatrix hat = x.multiply(inverse).multiply(x.transpose());
    double[] fitted = hat.operate(centred);
    double rss = 0;
    for (int i = 0; i < centred.length; i++) {
      rss += (centred[i] - fitted[i]) * (centred[i] - fitted[i]);
    }
    double rest = centred.length - 1 - hat.getTrace();
    return rss / (rest * rest);
  }

  /** Two regressors; the second is the first and so much of its own. */
  private static double[][] z(double own) {
    var random = RandomStream.from(1);
    double[][] rows = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      double first = random.nextGaussian();
      rows[i] = new double[] {first, first + own * random.nextGaussian()};
    }
    return Standardisation.of(rows).standardise(rows);
  }

  private static double[] y(double[][] z, double noise) {
    var random = RandomStream.from(2);
    return Arrays.stream(z)
        .mapToDouble(row -> 5 + row[0] + 2 * row[1] + noise * random.nextGaussian())
        .toArray();
  }
}
