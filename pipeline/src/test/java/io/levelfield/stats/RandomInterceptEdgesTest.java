package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.RandomInterceptReml.Prediction;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomInterceptEdgesTest {

  /** With equal sizes REML is the analysis of variance: τ² = (MSB - MSW)/n. */
  @Test
  void equalSizesGiveTheAnalysisOfVariance() {
    var model = oneWay(new long[] {4, 4, 4}, new double[] {10, 13, 19}, new double[] {6, 12, 9});

    assertThat(model.sigma2()).isCloseTo(3, within(1e-9));
    assertThat(model.tau2()).isCloseTo((4 * 21 - 3) / 4.0, within(1e-7));
    assertThat(model.intercept()).isCloseTo(14, within(1e-9));
    assertThat(model.interceptSe()).isCloseTo(Math.sqrt(84 / 12.0), within(1e-8));
  }

  @Test
  void schoolsThatDifferLessThanPupilsHaveNoVarianceBetween() {
    var model =
        oneWay(new long[] {5, 10, 20}, new double[] {50, 51, 50}, new double[] {400, 900, 1900});

    assertThat(model.tau2()).isZero();
    assertThat(model.icc()).isZero();
    Prediction school = model.predict(5, 50);
    assertThat(school.mean()).isCloseTo(model.intercept(), within(1e-12));
    assertThat(school.conditionalSd()).isZero();
    assertThat(school.meanSe())
        .as("what remains is the uncertainty of the common mean")
        .isCloseTo(model.interceptSe(), within(1e-12));
  }

  @Test
  void pupilsThatDoNotDifferLeaveMeansUnshrunk() {
    var model = oneWay(new long[] {5, 9, 2}, new double[] {3, 4, 8}, new double[3]);

    assertThat(model.sigma2()).isZero();
    assertThat(model.tau2()).isCloseTo(7, within(1e-12));
    assertThat(model.intercept()).isCloseTo(5, within(1e-12));
    assertThat(model.predict(2, 8).mean()).isCloseTo(8, within(1e-12));
    assertThat(model.predict(2, 8).meanSe()).isZero();
  }

  @Test
  void resultsThatAreAllEqualStayWhereTheyAre() {
    var model = oneWay(new long[] {5, 9}, new double[] {0.1, 0.1}, new double[2]);

    assertThat(model.tau2()).isCloseTo(0, within(1e-20));
    assertThat(model.predict(5, 0.1).mean()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void schoolsOfOnePupilShareTheSpreadOfTheOthers() {
    var model =
        oneWay(new long[] {1, 12, 1, 12}, new double[] {9, 2, 1, 6}, new double[] {0, 40, 0, 48});

    Prediction single = model.predict(1, 9);
    assertThat(single.reliability()).isBetween(0.3, 0.8);
    assertThat(single.mean()).isBetween(model.intercept(), 9.0);
    assertThat(single.meanSe()).isGreaterThan(model.predict(12, 6).meanSe());
  }

  @Test
  void oneSchoolOrOnePupilInEachIsTooLittle() {
    assertThatThrownBy(() -> oneWay(new long[] {9}, new double[] {5}, new double[] {8}))
        .isInstanceOf(TooFewObservationsException.class);
    assertThatThrownBy(() -> oneWay(new long[] {1, 1, 1}, new double[3], new double[3]))
        .isInstanceOf(TooFewObservationsException.class);
  }

  /** Sizes, means and sums of squared deviations from them, by school. */
  private static RandomInterceptReml oneWay(long[] n, double[] means, double[] squares) {
    return RandomInterceptReml.fit(
        IntStream.range(0, n.length)
            .mapToObj(i -> CrossMoments.ofGroup(n[i], (double) n[i], means[i], squares[i]))
            .toList());
  }

  @Test
  void unitsOfACovariateChangeNothingElse() {
    List<CrossMoments> schools = List.of(school(5, 10, 1), school(8, 14, 3), school(3, 13, 2));
    List<CrossMoments> scaled = List.of(school(5, 10, 1e7), school(8, 14, 3e7), school(3, 13, 2e7));

    RandomInterceptReml model = RandomInterceptReml.fit(schools);
    RandomInterceptReml other = RandomInterceptReml.fit(scaled);

    assertThat(other.coefficients()[1] * 1e7).isCloseTo(model.coefficients()[1], within(1e-9));
    assertThat(other.tau2()).isCloseTo(model.tau2(), within(1e-9));
  }

  private static CrossMoments school(long n, double mean, double covariate) {
    return CrossMoments.ofGroup(n, (double) n, mean, 4.0 * n, covariate);
  }

  @Test
  void repeatedAndConstantCovariatesAreNamed() {
    assertThatThrownBy(
            () ->
                RandomInterceptReml.fit(
                    List.of(
                        CrossMoments.ofGroup(5, 5, 1, 9, 1, 2),
                        CrossMoments.ofGroup(5, 5, 3, 9, 2, 4),
                        CrossMoments.ofGroup(5, 5, 2, 9, 5, 10),
                        CrossMoments.ofGroup(5, 5, 2, 9, 4, 8))))
        .isInstanceOfSatisfying(
            CollinearColumnException.class, e -> assertThat(e.column()).isEqualTo(1));
    assertThatThrownBy(
            () ->
                RandomInterceptReml.fit(
                    List.of(
                        CrossMoments.ofGroup(5, 5, 1, 9, 0.1),
                        CrossMoments.ofGroup(5, 5, 3, 9, 0.1),
                        CrossMoments.ofGroup(5, 5, 2, 9, 0.1))))
        .isInstanceOfSatisfying(
            CollinearColumnException.class, e -> assertThat(e.column()).isZero());
  }

  @Test
  void mergedMomentsAreThoseOfAllPupils() {
    var together = new CrossMoments(1);
    var first = new CrossMoments(1);
    var second = new CrossMoments(1);
    double[] x = {1, 4, 2, 8, 5};
    double[] y = {3, 1, 7, 9, 4};
    for (int i = 0; i < x.length; i++) {
      together.add(new double[] {x[i]}, y[i]);
      (i < 2 ? first : second).add(new double[] {x[i]}, y[i]);
    }
    first.merge(second);

    assertThat(first.observations()).isEqualTo(5);
    assertThat(first.mean()).isCloseTo(4.8, within(1e-12));
    assertThat(first.mean(0)).isCloseTo(4, within(1e-12));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(first.product(i, j)).isCloseTo(together.product(i, j), within(1e-12));
      }
    }
    assertThat(first.product(0, 1)).as("Σ(x-4)(y-4.8)").isCloseTo(17, within(1e-12));
  }
}
