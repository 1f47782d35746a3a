package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.cluster.Neighbourhood.Comparison;
import io.levelfield.model.cluster.Neighbourhood.Neighbour;
import io.levelfield.model.input.School;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.stats.NearestPoints;
import io.levelfield.study.SimilarSettings;
import io.levelfield.study.SimilarSettings.Metric;
import io.levelfield.testing.Schools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimilarSchoolsTest {

  /** Every school against every other, sorted in full. */
  @Property(tries = 200)
  void nearestAreThoseOfAFullSort(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int schools,
      @ForAll @IntRange(min = 1, max = 4) int features,
      @ForAll @IntRange(min = 1, max = 8) int most) {
    var random = new Random(seed);
    double[][] points = new double[schools][features];
    int[] kinds = new int[schools];
    for (int i = 0; i < schools; i++) {
      kinds[i] = random.nextInt(3) - 1;
      for (int j = 0; j < features; j++) {
        points[i][j] = random.nextInt(4); // many ties
      }
    }

    var found = new NearestPoints(points, kinds, 1.5, most, 2.5).all();

    for (int i = 0; i < schools; i++) {
      assertThat(found.get(i).stream().map(NearestPoints.Near::index))
          .containsExactlyElementsOf(sorted(points, kinds, i, most));
    }
  }

  private static List<Integer> sorted(double[][] points, int[] kinds, int own, int most) {
    Map<Integer, Double> distances = new TreeMap<>();
    for (int other = 0; other < points.length; other++) {
      boolean apart = kinds[own] >= 0 && kinds[other] >= 0 && kinds[own] != kinds[other];
      double sum = apart ? 1.5 * 1.5 : 0;
      for (int j = 0; j < points[own].length; j++) {
        sum += Math.pow(points[own][j] - points[other][j], 2);
      }
      if (other != own && sum <= 2.5 * 2.5) {
        distances.put(other, sum);
      }
    }
    return distances.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void mahalanobisCountsFeaturesThatGoTogetherOnce() {
    var random = new Random(1);
    double[][] twice = new double[400][2];
    for (double[] school : twice) {
      school[0] = random.nextGaussian();
      school[1] = school[0] + 0.05 * random.nextGaussian();
    }
    twice[0] = new double[] {0, 0};
    twice[1] = new double[] {1, 1};

    double[][] points = SchoolSpace.of(twice, Metric.MAHALANOBIS);
    double[][] plain = SchoolSpace.of(twice, Metric.STANDARDISED);

    assertThat(Math.hypot(points[0][0] - points[1][0], points[0][1] - points[1][1]))
        .isCloseTo(1, within(0.25));
    assertThat(Math.hypot(plain[0][0] - plain[1][0], plain[0][1] - plain[1][1]))
        .isCloseTo(Math.sqrt(2), within(0.25));
  }

  @Test
  void aFeatureThatDoesNotVarySaysNothing() {
    double[][] features = {{1, 7}, {2, 7}, {4, 7}};

    assertThat(SchoolSpace.of(features, Metric.MAHALANOBIS)[0]).hasSize(1);
    assertThat(SchoolSpace.of(new double[][] {{7}, {7}}, Metric.MAHALANOBIS)[0]).isEmpty();
  }

  @Test
  void aSchoolFarOffHasNoComparableSchoolAndMovesNoOther() {
    double[] values = spread(30);
    List<Neighbourhood> without = neighbourhoods(values, 7, 1.5);
    double[] withOutlier = Arrays.copyOf(values, 31);
    withOutlier[30] = 50;
    List<Neighbourhood> with = neighbourhoods(withOutlier, 7, 1.5);

    assertThat(with.get(30).neighbours()).isEmpty();
    assertThat(with.get(30).comparison()).isEmpty();
    for (int i = 0; i < 30; i++) {
      assertThat(with.get(i).neighbours().stream().map(Neighbour::schoolId))
          .containsExactlyElementsOf(
              without.get(i).neighbours().stream().map(Neighbour::schoolId).toList());
    }
  }

  @Test
  void identicalSchoolsAreNearestInTheirOrder() {
    List<Neighbourhood> found = neighbourhoods(new double[] {1, 1, 1, 1, 5}, 2, 1.5);

    assertThat(found.get(2).neighbours().stream().map(Neighbour::schoolId))
        .containsExactly("s00", "s01");
    assertThat(found.get(2).neighbours()).allMatch(n -> n.distance() == 0);
  }

  @Test
  void theCaliperIncludesItsOwnDistance() {
    // Median 2, median absolute deviation 1: a scale of 1.4826.
    double[] values = {0, 1, 2, 3, 4};
    double step = 1 / 1.4826;

    assertThat(neighbourhoods(values, 4, step).get(0).neighbours()).hasSize(1);
    assertThat(neighbourhoods(values, 4, Math.nextDown(step)).get(0).neighbours()).isEmpty();
  }

  @Test
  void aCaliperWithoutBoundTakesEverySchool() {
    assertThat(neighbourhoods(spread(5), 7, 1e300))
        .allSatisfy(n -> assertThat(n.neighbours()).hasSize(4));
  }

  @Test
  void aSchoolThatLacksAFeatureHasAnEmptyNeighbourhood() {
    List<School> schools = List.of(School.named("a"), School.named("b"), School.named("c"));
    var features =
        new FeatureMatrix(List.of("a", "b"), List.of(feature()), new double[][] {{1}, {2}});

    List<Neighbourhood> found =
        SimilarSchools.of(schools, features, List.of(), List.of(), SimilarSettings.defaults(), 0.9);

    assertThat(found).extracting(Neighbourhood::schoolId).containsExactly("a", "b", "c");
    assertThat(found.get(2).neighbours()).isEmpty();
  }

  /** Three neighbours with 1, 2 and 3, equally many pupils; own result 4, its error 0.5. */
  @Test
  void comparesWithTheMeanOfNeighbours() {
    List<String> ids = List.of("a", "b", "c", "own");
    var features =
        new FeatureMatrix(ids, List.of(feature()), new double[][] {{1}, {1.1}, {0.9}, {1}});
    List<SchoolResult> results =
        List.of(result("a", 1), result("b", 2), result("c", 3), result("own", 4));
    var shrunken =
        new ShrunkenResult(
            "own", new MeanEstimate(3.5, 0.5 * Math.sqrt(0.64), 0.64), Optional.empty());

    Comparison comparison =
        SimilarSchools.of(
                ids.stream().map(School::named).toList(),
                features,
                results,
                List.of(shrunken),
                new SimilarSettings(null, null, 3, 100.0, null, 3),
                0.9)
            .get(3)
            .comparison()
            .orElseThrow();

    assertThat(comparison.expected()).isEqualTo(2);
    assertThat(comparison.difference()).isEqualTo(2);
    // Scatter of neighbours 1, of their mean 1/3; Student's t with 2 degrees reaches 2.92.
    double reach = 2.919986 * Math.sqrt(1.0 / 3 + 0.25);
    assertThat(comparison.low().orElseThrow()).isCloseTo(2 - reach, within(1e-5));
    assertThat(comparison.high().orElseThrow()).isCloseTo(2 + reach, within(1e-5));
  }

  @Test
  void renamingSchoolsRenamesNeighbours() {
    double[] values = spread(25);
    double[] reversed = new double[25];
    for (int i = 0; i < 25; i++) {
      reversed[i] = values[24 - i];
    }

    List<Neighbourhood> one = neighbourhoods(values, 5, 9);
    List<Neighbourhood> other = neighbourhoods(reversed, 5, 9);

    for (int i = 0; i < 25; i++) {
      assertThat(other.get(24 - i).neighbours())
          .extracting(Neighbour::distance)
          .containsExactlyElementsOf(
              one.get(i).neighbours().stream().map(Neighbour::distance).toList());
    }
  }

  private static double[] spread(int schools) {
    var random = new Random(8);
    return random.doubles(schools, 0, 3).toArray();
  }

  private static List<Neighbourhood> neighbourhoods(double[] values, int most, double caliper) {
    List<String> ids = new ArrayList<>();
    double[][] rows = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      ids.add(String.format("s%02d", i));
      rows[i][0] = values[i];
    }
    ids.sort(Comparator.naturalOrder());
    return SimilarSchools.of(
        ids.stream().map(School::named).toList(),
        new FeatureMatrix(ids, List.of(feature()), rows),
        List.of(),
        List.of(),
        new SimilarSettings(null, null, most, caliper, null, 1),
        0.9);
  }

  private static Feature feature() {
    return new Feature("context_index", Axis.CONTEXT, true);
  }

  private static SchoolResult result(String school, double result) {
    return new SchoolResult(
        school,
        2018,
        2018,
        OptionalLong.of(20),
        OptionalDouble.of(result),
        OptionalDouble.of(result));
  }

  @Test
  void anotherSettlementKeepsSchoolsApart() {
    List<School> schools =
        List.of(
            Schools.settled("a", "rural"),
            Schools.settled("b", "urban"),
            Schools.settled("c", "rural"));
    var features =
        new FeatureMatrix(
            List.of("a", "b", "c"), List.of(feature()), new double[][] {{1}, {1}, {1.5}});

    List<Neighbourhood> found =
        SimilarSchools.of(
            schools,
            features,
            List.of(),
            List.of(),
            new SimilarSettings(null, null, 2, 50.0, 10.0, 1),
            0.9);

    assertThat(found.get(0).neighbours().stream().map(Neighbour::schoolId))
        .containsExactly("c", "b");
    assertThat(found.get(0).neighbours().get(1).distance()).isEqualTo(10);
  }
}
