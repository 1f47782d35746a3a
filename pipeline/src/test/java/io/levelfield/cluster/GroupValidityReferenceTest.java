package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.stats.AdjustedRandIndex;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.ReferenceData;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indices of groups against R and scikit-learn on the schools of California. */
class GroupValidityReferenceTest {
  private static final ReferenceData SCHOOLS = ReferenceData.csv("apipop_schools.csv");
  private static final double[][] PLANE =
      ReferenceData.standardised(SCHOOLS.column("z_api00"), SCHOOLS.column("z_ctx"));
  private static final ReferenceData CONTEXT = ReferenceData.csv("apipop_context.csv");
  private static final String[] VARIABLES = {
    "api00", "meals", "ell", "mobility", "not_hsg", "avg_ed", "full", "emer"
  };
  private static final double[][] EIGHT =
      ReferenceData.standardised(
          Arrays.stream(VARIABLES).map(CONTEXT::column).toArray(double[][]::new));
  private static final JsonNode APIPOP = ReferenceData.json("apipop.json");

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void givesTheIndicesOfROnThePlane(int k) {
    Partition partition = search(PLANE, k, 20);
    JsonNode expected = APIPOP.get("kmeans_2d_api00_context").get("k" + k);

    double index = CalinskiHarabasz.of(partition, 2 * (PLANE.length - 1)).getAsDouble();
    assertThat(index / expected.get("calinski_harabasz").asDouble()).isCloseTo(1, within(5e-4));
    assertThat(Silhouette.mean(PLANE, partition))
        .isCloseTo(expected.get("silhouette").asDouble(), within(1e-3));
    JsonNode python = ReferenceData.json("crosscheck_sklearn.json").get("apipop2d");
    assertThat(DaviesBouldin.of(PLANE, partition).getAsDouble())
        .isCloseTo(python.get(String.valueOf(k)).get("davies_bouldin").asDouble(), within(5e-3));
  }

  @Test
  void givesTheGroupsOfRInEightVariables() {
    Partition partition = search(EIGHT, 3, 10);
    JsonNode expected = APIPOP.get("kmeans_8d_api00_c7").get("k3");

    assertThat(partition.wss()).isLessThanOrEqualTo(22512.8932 * 1.0005);
    assertThat(Silhouette.mean(EIGHT, partition))
        .isCloseTo(expected.get("silhouette").asDouble(), within(1e-3));
    assertThat(CalinskiHarabasz.of(partition, 8 * (EIGHT.length - 1)).getAsDouble())
        .isCloseTo(expected.get("calinski_harabasz").asDouble(), within(2.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void setsTheSchoolsOfHighMobilityApart(int k) {
    Partition partition = search(EIGHT, k, 10);

    int[] sizes = partition.sizes();
    int smallest =
        IntStream.range(0, k).reduce((a, b) -> sizes[a] <= sizes[b] ? a : b).orElseThrow();
    assertThat(sizes[smallest]).isEqualTo(67);
    double[] centre = partition.centre(smallest);
    int extreme =
        IntStream.range(0, centre.length)
            .reduce((a, b) -> Math.abs(centre[a]) >= Math.abs(centre[b]) ? a : b)
            .orElseThrow();
    assertThat(VARIABLES[extreme]).isEqualTo("mobility");
    assertThat(centre[extreme]).isGreaterThan(3);
  }

  @Test
  void estimatesTheSilhouetteFromASample() {
    Partition partition = search(PLANE, 3, 5);

    assertThat(Silhouette.ofSample(PLANE, partition, PLANE.length))
        .isCloseTo(Silhouette.mean(PLANE, partition), within(1e-9));
    assertThat(Silhouette.ofSample(PLANE, partition, NullTest.SILHOUETTE_POINTS))
        .isCloseTo(Silhouette.mean(PLANE, partition), within(0.03));
  }

  @Test
  void findsTheMedoidsThatAllDistancesGive() {
    double[][] points = Arrays.copyOf(PLANE, 1500);
    Partition partition = search(points, 3, 5);
    int[] medoids = Medoids.of(points, partition);

    for (int g = 0; g < 3; g++) {
      int group = g;
      int[] members =
          IntStream.range(0, points.length).filter(i -> partition.group(i) == group).toArray();
      double least =
          IntStream.of(members).mapToDouble(m -> sum(points, members, m)).min().orElseThrow();
      assertThat(sum(points, members, medoids[g])).isCloseTo(least, within(1e-9));
    }
  }

  @Test
  void agreesWithItselfAmongMedoidsSoFarAsGroupsAreReal() {
    Partition partition = search(PLANE, 2, 5);

    int[] around = MedoidGroups.of(PLANE, 2, RandomStream.at(1));

    assertThat(AdjustedRandIndex.of(partition.groups(), around)).isBetween(0.8, 1.0);
  }

  private static double sum(double[][] points, int[] members, int of) {
    return IntStream.of(members).mapToDouble(i -> Distance.euclidean(points[of], points[i])).sum();
  }

  private static Partition search(double[][] points, int k, int restarts) {
    return new KMeansSearch(points).search(k, restarts, 42, Replicates.inThisThread());
  }
}
