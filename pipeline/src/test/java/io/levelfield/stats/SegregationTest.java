package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.testing.ReferenceData;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegregationTest {

  @Test
  void duncansIndexOfHighSchoolsIsTheReferences() {
    ReferenceData schools = ReferenceData.csv("hsb82_school_level.csv");
    ReferenceData pupils = ReferenceData.csv("hsb82_pupils.csv");
    var counted = pupils.texts("school");
    double[] all =
        schools.texts("school").stream()
            .mapToDouble(school -> counted.stream().filter(school::equals).count())
            .toArray();
    double[] shares = schools.column("min");
    double[] some = IntStream.range(0, all.length).mapToDouble(i -> shares[i] * all[i]).toArray();

    var segregation = new Segregation(some, all);
    assertThat(segregation.duncan()).isCloseTo(0.620646994696162, within(1e-9));
    assertThat(segregation.share()).isCloseTo(1974.0 / 7185, within(1e-9));
  }

  /** Free lunch in the schools of Tennessee, from kindergarten to grade 3. */
  @ParameterizedTest
  @CsvSource({"0, .463", "1, .435", "2, .458", "3, .429"})
  void duncansIndexOfTennesseeIsTheReferences(int grade, double expected) {
    ReferenceData rows = ReferenceData.csv("star_free_lunch.csv");
    int[] grades = rows.labels("grade");
    double[] free = rows.column("free");
    double[] pupils = rows.column("pupils");
    int[] own = IntStream.range(0, grades.length).filter(i -> grades[i] == grade).toArray();
    double[] all = Arrays.stream(own).mapToDouble(i -> pupils[i]).toArray();
    double[] some = Arrays.stream(own).mapToDouble(i -> free[i]).toArray();

    assertThat(new Segregation(some, all).duncan()).isCloseTo(expected, within(1e-3));
  }

  @Test
  void schoolsAlikeHaveNoneAndSchoolsApartAll() {
    var alike = new Segregation(new double[] {1, 5, 20}, new double[] {4, 20, 80});
    assertThat(alike.duncan()).isCloseTo(0, within(1e-12));
    assertThat(alike.theil()).isCloseTo(0, within(1e-12));
    var apart = new Segregation(new double[] {4, 0, 80}, new double[] {4, 20, 80});
    assertThat(apart.duncan()).isCloseTo(1, within(1e-12));
    assertThat(apart.theil()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theilsIndexIsThatBetweenGroupsAndThatWithinThem() {
    double[] some = {3, 10, 7, 40, 22, 1};
    double[] all = {20, 30, 50, 60, 90, 12};
    int[] groups = {0, 1, 0, 1, 1, 0};
    var segregation = new Segregation(some, all);

    double within = 0;
    double total = Arrays.stream(all).sum();
    double mixed = entropy(Arrays.stream(some).sum() / total);
    for (int group = 0; group < 2; group++) {
      int own = group;
      int[] members = IntStream.range(0, 6).filter(i -> groups[i] == own).toArray();
      double[] a = Arrays.stream(members).mapToDouble(i -> some[i]).toArray();
      double[] t = Arrays.stream(members).mapToDouble(i -> all[i]).toArray();
      var part = new Segregation(a, t);
      within += Arrays.stream(t).sum() / total * entropy(part.share()) / mixed * part.theil();
    }
    assertThat(segregation.theilBetween(groups) + within)
        .isCloseTo(segregation.theil(), within(1e-12));
  }

  @Test
  void whatChanceGivesIsTheMeanOverItsDistribution() {
    long[] sizes = {3, 11, 25, 60};
    int pupils = 99;
    int ofKind = 31;
    double mean = 0;
    for (long size : sizes) {
      var some = new HypergeometricDistribution(pupils, ofKind, (int) size);
      for (int a = 0; a <= size; a++) {
        double gap = (double) a / ofKind - (double) (size - a) / (pupils - ofKind);
        mean += Math.abs(gap) / 2 * some.probability(a);
      }
    }
    assertThat(Segregation.expectedDuncan(ofKind, sizes)).isCloseTo(mean, within(1e-12));
  }

  @Test
  void moreThanTwoBillionPupilsAreSpreadByTheNormalDistribution() {
    long[] few = {400_000_000, 700_000_000, 900_000_000};
    long[] many = {4_000_000_000L, 7_000_000_000L, 9_000_000_000L};

    assertThat(Segregation.expectedDuncan(6_000_000_000L, many) * Math.sqrt(10))
        .isCloseTo(Segregation.expectedDuncan(600_000_000, few), within(1e-9));
  }

  @Test
  void refusesMorePupilsOfAKindThanThereAre() {
    assertThatThrownBy(() -> new Segregation(new double[] {3}, new double[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3.0 of 2.0");
  }

  private static double entropy(double share) {
    return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
  }
}
