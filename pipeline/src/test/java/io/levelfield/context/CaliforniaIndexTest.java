package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.ingest.Ingest;
import io.levelfield.model.context.ChoiceInfluence;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.StudyData;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.stats.Replicates;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.ReferenceData;
import io.levelfield.testing.SentReplicates;
import io.levelfield.testing.SharedSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The index of California's schools is R's, read from the committed files by the committed study.
 */
class CaliforniaIndexTest {
  private static final Path CONFIG = Path.of("../configs/california-api.yaml");
  private static final JsonNode REFERENCE = ReferenceData.json("apipop.json");

  private static StudyData data;
  private static ContextIndex index;

  @BeforeAll
  static void compute() {
    Study study = study("context_index.variants=[equal, regression, expert]");
    data = Ingest.read(study, CONFIG.getParent(), SharedSpark.workers());
    index = index(study);
  }

  private static Study study(String... overrides) {
    return StudyLoader.load(CONFIG, List.of(overrides));
  }

  private static ContextIndex index(Study study) {
    var pooled = SchoolOutcomes.of(data, study.outcome()).results();
    return ContextIndex.compute(
        study.contextIndex().orElseThrow(), data.passports(), data.schools(), pooled, 42);
  }

  /** COINr's and JRC's ways of making and putting together, each as R computed it. */
  @ParameterizedTest
  @CsvSource({
    "z, arithmetic, cwi_zmean",
    "min_max, arithmetic, cwi_minmax",
    "min_max, geometric, cwi_geom",
    "percentile_rank, arithmetic, cwi_pctrank",
    "z, mazziotta_pareto, cwi_mpi_minus"
  })
  void everyWayOfPuttingTogetherIsTheReferences(
      String normalisation, String aggregation, String column) {
    ContextIndex found =
        index(
            study(
                "context_index.weights=equal",
                "context_index.variants=[]",
                "context_index.normalisation=" + normalisation,
                "context_index.aggregation=" + aggregation));
    ReferenceData schools = ReferenceData.csv("apipop_index.csv");
    List<String> ids = schools.texts("cds");
    double[] expected = schools.column(column);
    Map<String, ContextScore> scores =
        found.scores().stream()
            .collect(Collectors.toMap(ContextScore::schoolId, Function.identity()));

    assertThat(scores).hasSize(6_010);
    for (int i = 0; i < expected.length; i++) {
      ContextScore score = scores.get(ids.get(i));
      double sum = score.contributions().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(score.index()).as("school %s", ids.get(i)).isCloseTo(expected[i], within(1e-9));
      assertThat(aggregation.equals("geometric") ? Math.exp(sum) : sum)
          .isCloseTo(expected[i], within(1e-9));
    }
  }

  @Test
  void everySchoolsIndexIsTheReferences() {
    ReferenceData schools = ReferenceData.csv("apipop_index.csv");
    List<String> ids = schools.texts("cds");
    double[] equal = schools.column("cwi_zmean");
    double[] pca = schools.column("cwi_pca");
    Map<String, ContextScore> scores =
        index.scores().stream()
            .collect(Collectors.toMap(ContextScore::schoolId, Function.identity()));

    assertThat(scores).hasSize(6_010).containsKeys(ids.toArray(String[]::new));
    for (int i = 0; i < equal.length; i++) {
      ContextScore score = scores.get(ids.get(i));
      assertThat(score.variants().get("equal"))
          .as("school %s", ids.get(i))
          .isCloseTo(equal[i], within(1e-9));
      assertThat(score.index()).as("school %s", ids.get(i)).isCloseTo(pca[i], within(1e-9));
    }
  }

  @Test
  void expertWeightsThatAreAllEqualGiveTheEqualIndex() {
    assertThat(index.scores())
        .allSatisfy(
            score ->
                assertThat(score.variants().get("expert"))
                    .isEqualTo(score.variants().get("equal")));
  }

  @Test
  void principalComponentIsTheReferences() {
    ContextModel pca = model("pca");

    assertThat(pca.schools()).isEqualTo(6_010);
    assertThat(pca.eigenvalue().orElseThrow()).isCloseTo(4.050503, within(5e-7));
    assertThat(pca.explained().orElseThrow())
        .isCloseTo(REFERENCE.at("/pca/explained/0").asDouble(), within(1e-9));
    // R's component points to the unfavourable side.
    assertThat(weights("pca"))
        .allSatisfy(
            weight ->
                assertThat(weight.loading().orElseThrow())
                    .as(weight.indicator())
                    .isCloseTo(
                        -REFERENCE.at("/pca/loadings_pc1/" + weight.indicator()).asDouble(),
                        within(1e-9)));
  }

  @Test
  void regressionIsTheReferences() {
    JsonNode ols = REFERENCE.at("/ols_api00_c7");
    ContextModel regression = model("regression");

    assertThat(regression.rSquared().orElseThrow())
        .isCloseTo(ols.at("/r2").asDouble(), within(1e-9));
    assertThat(regression.adjustedRSquared().orElseThrow())
        .isCloseTo(ols.at("/adj_r2").asDouble(), within(1e-9));
    assertThat(regression.residualSd().orElseThrow())
        .isCloseTo(ols.at("/sigma").asDouble(), Percentage.withPercentage(1e-4));
    assertThat(regression.intercept().orElseThrow())
        .isCloseTo(ols.at("/coef").get("(Intercept)").asDouble(), Percentage.withPercentage(1e-4));
    assertThat(weights("regression"))
        .hasSize(7)
        .allSatisfy(
            weight -> {
              assertThat(weight.coefficient().orElseThrow())
                  .as(weight.indicator())
                  .isCloseTo(
                      ols.at("/coef").get(weight.indicator()).asDouble(),
                      Percentage.withPercentage(1e-4));
              assertThat(weight.coefficientSe().orElseThrow())
                  .as(weight.indicator())
                  .isCloseTo(
                      ols.at("/se").get(weight.indicator()).asDouble(),
                      Percentage.withPercentage(1e-4));
            });
  }

  @Test
  void influenceIsTheSquaredCorrelationWithTheIndex() {
    assertThat(weights("pca"))
        .allSatisfy(
            weight -> {
              double correlation =
                  REFERENCE.at("/pca/cor_with_pc1/" + weight.indicator()).asDouble();
              assertThat(weight.influence().orElseThrow())
                  .isCloseTo(correlation * correlation, within(1e-9));
            });
  }

  @Test
  void contributionsAddUpToTheIndex() {
    assertThat(index.scores())
        .allSatisfy(
            score ->
                assertThat(
                        score.contributions().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(score.index(), within(1e-9)));
  }

  /** First-order indices leave what interplay accounts for, total ones count it several times. */
  @Test
  void influencesOfChoicesSumSensiblyAndRepeatToTheDigit() {
    var uncertainty =
        index.uncertainty(index.scores(), Set.of(RankInterval.QUARTER), Replicates.inThisThread());
    List<ChoiceInfluence> influences = uncertainty.influences();
    System.out.println(influences);

    assertThat(influences.stream().mapToDouble(ChoiceInfluence::first).sum()).isBetween(0.5, 1.0);
    assertThat(influences.stream().mapToDouble(ChoiceInfluence::total).sum()).isBetween(1.0, 1.8);
    assertThat(
            index
                .uncertainty(index.scores(), Set.of(RankInterval.QUARTER), new SentReplicates())
                .influences())
        .isEqualTo(influences);
  }

  private static ContextModel model(String variant) {
    return index.models().stream()
        .filter(model -> model.variant().equals(variant))
        .findFirst()
        .orElseThrow();
  }

  private static List<IndicatorWeight> weights(String variant) {
    return index.weights().stream().filter(weight -> weight.variant().equals(variant)).toList();
  }
}
