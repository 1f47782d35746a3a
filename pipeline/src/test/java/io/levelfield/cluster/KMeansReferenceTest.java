package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.stats.AdjustedRandIndex;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.ReferenceData;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against R's Hartigan and Wong on real data. */
class KMeansReferenceTest {
  private static final int RESTARTS = 50;
  private static final double WSS_TOLERANCE = 1.0005;
  private static final ReferenceData APIPOP = ReferenceData.csv("apipop_schools.csv");
  private static final double[][] RESULT_AND_CONTEXT =
      ReferenceData.standardised(APIPOP.column("z_api00"), APIPOP.column("z_ctx"));
  private static final double[][] RESIDUAL_AND_CONTEXT =
      ReferenceData.standardised(APIPOP.column("resid_pc1"), APIPOP.column("z_ctx"));
  private static final JsonNode APIPOP_RESULTS =
      ReferenceData.json("apipop.json").get("kmeans_2d_api00_context");

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void reachesTheSumOfSquaresOfR(int k) {
    Partition partition = search(RESULT_AND_CONTEXT, k, 42);

    assertThat(partition.wss())
        .isLessThanOrEqualTo(APIPOP_RESULTS.get("k" + k).get("wss").asDouble() * WSS_TOLERANCE);
  }

  @Test
  void findsTheGroupsOfR() {
    Partition partition = search(RESULT_AND_CONTEXT, 3, 42);

    JsonNode sizes = APIPOP_RESULTS.get("k3").get("sizes");
    for (int g = 0; g < 3; g++) {
      assertThat((double) partition.sizes()[g])
          .as("size of group %d", g)
          .isCloseTo(sizes.get(g).asDouble(), withinPercentage(1));
    }
    assertThat(AdjustedRandIndex.of(partition.groups(), APIPOP.labels("k3_2d")))
        .isGreaterThanOrEqualTo(0.98);
    assertThat(Silhouette.mean(RESULT_AND_CONTEXT, partition))
        .isCloseTo(APIPOP_RESULTS.get("k3").get("silhouette").asDouble(), within(1e-3));
  }

  @Test
  void findsTheGroupsOfRFromResidualsAndContext() {
    Partition partition = search(RESIDUAL_AND_CONTEXT, 3, 42);

    double wss =
        ReferenceData.json("apipop.json")
            .get("kmeans_2d_resid_context")
            .get("k3")
            .get("wss")
            .asDouble();
    assertThat(partition.wss()).isLessThanOrEqualTo(wss * WSS_TOLERANCE);
    assertThat(AdjustedRandIndex.of(partition.groups(), APIPOP.labels("k3_resid_ctx")))
        .isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest
  @CsvSource({"z_api00, 3", "z_api00, 4", "resid_pc1, 3", "resid_c7, 3"})
  void endsInTheSameGroupsFromAnySeed(String result, int k) {
    double[][] points = ReferenceData.standardised(APIPOP.column(result), APIPOP.column("z_ctx"));
    int[] groups = search(points, k, 1).groups();

    for (long seed : new long[] {2, 42, 20240601, -7}) {
      assertThat(search(points, k, seed).groups()).as("seed %d", seed).isEqualTo(groups);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "swiss.csv, Examination, swiss_provinces.csv, swiss.json, kmeans_2d",
    "maschools.csv, score4, maschools_districts.csv, maschools.json, kmeans_2d",
    "hsb82_school_level.csv, mAch, hsb82_school_level.csv, hsb82_school_level.json, kmeans_2d"
  })
  void reachesTheSumsOfSquaresOfROnSmallSets(
      String data, String result, String units, String results, String clustering) {
    double[][] points =
        ReferenceData.standardised(
            ReferenceData.csv(data).column(result), ReferenceData.csv(units).column("context_pc1"));
    JsonNode expected = ReferenceData.json(results).get(clustering);

    for (JsonNode byK : expected) {
      int k = byK.get("k").asInt();
      Partition partition = search(points, k, 42);
      assertThat(partition.wss())
          .as("k = %d", k)
          .isLessThanOrEqualTo(byK.get("wss").asDouble() * WSS_TOLERANCE);
    }
    assertThat(AdjustedRandIndex.of(search(points, 3, 42).groups(), labels(units)))
        .isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void reachesTheSumsOfSquaresOfROnTheGradesOfAnExperiment(int grade) {
    String file = "star_grade" + grade + ".csv";
    ReferenceData schools = ReferenceData.csv(file);
    double[][] points =
        ReferenceData.standardised(schools.column("math"), schools.column("free_share"));

    for (JsonNode byK : ReferenceData.json("star_kmeans.json").get("grade" + grade)) {
      Partition partition = search(points, byK.get("k").asInt(), 42);
      assertThat(partition.wss()).isLessThanOrEqualTo(byK.get("wss").asDouble() * WSS_TOLERANCE);
      assertThat(Silhouette.mean(points, partition))
          .isCloseTo(byK.get("silhouette").asDouble(), within(1e-3));
    }
    assertThat(AdjustedRandIndex.of(search(points, 3, 42).groups(), labels(file)))
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void numbersGroupsByTheFirstFeatureOfTheirCentres() {
    Partition partition = search(RESULT_AND_CONTEXT, 5, 42);

    assertThat(IntStream.range(0, 5).mapToDouble(g -> partition.centre(g)[0]).toArray()).isSorted();
    assertThat(Arrays.stream(partition.sizes()).sum()).isEqualTo(RESULT_AND_CONTEXT.length);
  }

  private static int[] labels(String units) {
    return ReferenceData.csv(units).labels("k3");
  }

  private static Partition search(double[][] points, int k, long seed) {
    return new KMeansSearch(points).search(k, RESTARTS, seed, Replicates.inThisThread());
  }
}
