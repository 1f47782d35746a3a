package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.testing.ReferenceData;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {
  private static final Percentage RELATIVE_1E9 = withinPercentage(1e-7);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apipop_context.csv | apipop.json | ols_api00_c7",
        "swiss.csv | swiss.json | ols",
        "maschools.csv | maschools.json | ols_score4",
        "hsb82_school_level.csv | hsb82_school_level.json | ols"
      })
  void agreesWithR(String data, String results, String regression) {
    JsonNode expected = ReferenceData.json(results).get(regression);
    String[] sides = expected.get("formula").asText().split(" ~ ", -1);
    String[] regressors = sides[1].split(" \\+ ", -1);
    var table = ReferenceData.csv(data);

    var fit = LeastSquares.fit(table.columns(regressors), table.column(sides[0]));

    for (int j = 0; j <= regressors.length; j++) {
      String name = j == 0 ? "(Intercept)" : regressors[j - 1];
      assertThat(fit.coefficients()[j])
          .as("coefficient of %s", name)
          .isCloseTo(expected.get("coef").get(name).asDouble(), RELATIVE_1E9);
      assertThat(fit.standardErrors()[j])
          .as("standard error of %s", name)
          .isCloseTo(expected.get("se").get(name).asDouble(), RELATIVE_1E9);
      assertThat(fit.tValues()[j])
          .as("t of %s", name)
          .isCloseTo(expected.get("t").get(name).asDouble(), RELATIVE_1E9);
    }
    assertThat(fit.rSquared()).isCloseTo(expected.get("r2").asDouble(), RELATIVE_1E9);
    assertThat(fit.adjustedRSquared()).isCloseTo(expected.get("adj_r2").asDouble(), RELATIVE_1E9);
    assertThat(fit.residualSd()).isCloseTo(expected.get("sigma").asDouble(), RELATIVE_1E9);
    assertThat(fit.degreesOfFreedom()).isEqualTo(expected.get("df_resid").asInt());
    assertThat(Arrays.stream(fit.residuals()).min().orElseThrow())
        .isCloseTo(expected.get("resid_min").asDouble(), RELATIVE_1E9);
  }

  /** Of SciPy 1.17.1: linregress, and stats.f.sf of the F statistic. */
  @Test
  void probabilityOfNoSlopeIsThatOfTheFTest() {
    double[] y = {2.0, 1.5, 3.0, 2.5, 2.0, 3.5, 2.2, 2.9};
    double[][] one = {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}};
    double[][] two = {{1, 1}, {2, 0}, {3, 2}, {4, 1}, {5, 0}, {6, 3}, {7, 1}, {8, 2}};

    assertThat(LeastSquares.fit(one, y).probabilityOfNoSlope())
        .isCloseTo(0.22571652244768828, RELATIVE_1E9);
    assertThat(LeastSquares.fit(two, y).probabilityOfNoSlope())
        .isCloseTo(0.001829207127991355, RELATIVE_1E9);
  }

  @Test
  void residualsAgreeWithRSchoolBySchool() {
    var table = ReferenceData.csv("apipop_context.csv");
    double[][] context =
        table.columns("meals", "ell", "mobility", "not_hsg", "avg_ed", "full", "emer");

    var fit = LeastSquares.fit(context, table.column("api00"));

    assertThat(fit.residuals())
        .containsExactly(ReferenceData.csv("apipop_schools.csv").column("resid_c7"), within(1e-8));
  }

  @Test
  void fittedValuesAndResidualsAddUpToTheResponses() {
    double[] y = {1, 3, 2, 5};

    var fit = LeastSquares.fit(new double[][] {{1}, {2}, {3}, {4}}, y);

    assertThat(fit.coefficients()).containsExactly(new double[] {0, 1.1}, within(1e-12));
    for (int i = 0; i < y.length; i++) {
      assertThat(fit.fitted()[i] + fit.residuals()[i]).isCloseTo(y[i], within(1e-12));
    }
  }

  @Test
  void namesARegressorMadeOfOthers() {
    double[][] x = {{1, 4, 5}, {2, 1, 3}, {3, 1, 4}, {4, 7, 11}, {5, 2, 7}};

    assertThatThrownBy(() -> LeastSquares.fit(x, new double[] {1, 2, 3, 4, 6}))
        .isInstanceOfSatisfying(
            CollinearColumnException.class, e -> assertThat(e.column()).isEqualTo(2));
  }

  @Test
  void namesAConstantRegressor() {
    double[][] x = {{7, 1}, {7, 2}, {7, 4}, {7, 3}};

    assertThatThrownBy(() -> LeastSquares.fit(x, new double[] {1, 2, 3, 4}))
        .isInstanceOfSatisfying(
            CollinearColumnException.class, e -> assertThat(e.column()).isEqualTo(0));
  }

  @Test
  void refusesAsManyCoefficientsAsObservations() {
    assertThatThrownBy(() -> LeastSquares.fit(new double[][] {{1}, {2}}, new double[] {1, 2}))
        .isInstanceOf(TooFewObservationsException.class)
        .hasMessage("2 observations are too few for 2 coefficients");
  }
}
