package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionalCovariateTest {

  private static CrossMoments school(double mean, double... covariates) {
    return CrossMoments.ofGroup(20, 20, mean, 30, covariates);
  }

  /** By hand: the last less 2 + 3 times the first is -1, 1, 1, -1 at 0, 1, 2, 3. */
  private static List<CrossMoments> schools() {
    return new ArrayList<>(
        List.of(school(5, 0, 1), school(6, 1, 6), school(7, 2, 9), school(8, 3, 10)));
  }

  @Test
  void whatTheOthersTellOfItIsTakenOut() {
    List<CrossMoments> schools = schools();
    schools.add(school(1, 1.5, 6.5));

    OptionalCovariate last = OptionalCovariate.of(schools, true);

    assertThat(last.used()).isTrue();
    // Four squares of 1 and one of 0, over four degrees of freedom.
    assertThat(last.variance()).isCloseTo(1, within(1e-12));
    assertThat(last.adjusted(new double[] {1, 6}))
        .containsExactly(new double[] {1, 1, 1}, within(1e-12));
    assertThat(last.required(new double[] {1, 6})).containsExactly(1, 1);
    assertThat(last.kept(new double[] {1, 6})).containsExactly(1);
    CrossMoments adjusted = last.adjusted(schools.get(3));
    assertThat(adjusted.covariateMeans()).containsExactly(new double[] {3, -1}, within(1e-12));
    assertThat(adjusted.mean()).isEqualTo(8);
    assertThat(adjusted.observations()).isEqualTo(20);
    assertThat(adjusted.weight()).isEqualTo(20);
    assertThat(adjusted.product(2, 2)).isEqualTo(30);
    assertThat(last.without(schools.get(3)).covariateMeans()).containsExactly(3);
    assertThat(last.without(schools.get(3)).product(1, 1)).isEqualTo(30);
  }

  @Test
  void aloneItIsCentred() {
    OptionalCovariate only =
        OptionalCovariate.of(List.of(school(1, 2), school(2, 4), school(3, 6), school(4, 8)), true);

    assertThat(only.used()).isTrue();
    assertThat(only.variance()).isCloseTo(20.0 / 3, within(1e-12));
    assertThat(only.adjusted(new double[] {8})).containsExactly(new double[] {1, 3}, within(1e-12));
  }

  /** Beside one other covariate five schools are needed, alone four. */
  @Test
  void tooFewSchoolsDoWithoutIt() {
    assertThat(OptionalCovariate.of(schools(), true).used()).isFalse();
    assertThat(OptionalCovariate.of(schools(), true).required(new double[] {1, 6}))
        .containsExactly(1, 1);
    assertThat(OptionalCovariate.of(List.of(school(1, 2), school(2, 4), school(3, 6)), true).used())
        .isFalse();
  }

  @Test
  void whatTheOthersTellEntirelyIsNotUsed() {
    List<CrossMoments> schools = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      schools.add(school(i, i * i, 4.0 - 2 * i * i));
    }

    assertThat(OptionalCovariate.of(schools, true).used()).isFalse();
  }

  @Test
  void whatDoesNotVaryIsNotUsed() {
    List<CrossMoments> schools = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      schools.add(school(i, i, 4));
    }

    assertThat(OptionalCovariate.of(schools, true).used()).isFalse();
  }

  /** Nobody can tell which of the others, so it is left out too. */
  @Test
  void othersThatAreCollinear() {
    List<CrossMoments> schools = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      schools.add(school(i, i, 2 * i, i * i));
    }

    OptionalCovariate last = OptionalCovariate.of(schools, true);

    assertThat(last.used()).isFalse();
    assertThat(last.kept(new double[] {1, 2, 3})).containsExactly(1, 2);
  }

  @Test
  void aModelWithoutOne() {
    List<CrossMoments> schools = schools();

    OptionalCovariate none = OptionalCovariate.of(schools, false);

    assertThat(none.used()).isFalse();
    assertThat(none.kept(new double[] {1, 6})).containsExactly(1, 6);
    assertThat(none.required(new double[] {1, 6})).containsExactly(1, 1, 6);
    assertThat(none.adjusted(new double[] {1, 6})).containsExactly(1, 1, 6);
    assertThat(none.adjusted(schools.get(0))).isSameAs(schools.get(0));
    assertThat(none.without(schools.get(0))).isSameAs(schools.get(0));
  }
}
