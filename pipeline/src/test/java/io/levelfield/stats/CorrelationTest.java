package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.testing.ReferenceData;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  @Test
  void agreesWithR() {
    JsonNode expected = ReferenceData.json("apipop.json").get("correlation");
    double[] results = ReferenceData.csv("apipop_context.csv").column("api00");
    double[] context = ReferenceData.csv("apipop_schools.csv").column("context_pc1");

    assertThat(Correlation.pearson(results, context))
        .isCloseTo(expected.get("pearson_api00_pc1").doubleValue(), within(1e-12));
    assertThat(Correlation.spearman(results, context))
        .isCloseTo(expected.get("spearman_api00_pc1").doubleValue(), within(1e-9));
  }

  @Test
  void givesAllPairsOfColumns() {
    double[][] rows = {{1, 2, 5}, {2, 4, 3}, {3, 6, 4}};

    double[][] matrix = Correlation.matrix(rows);

    assertThat(matrix[0]).containsExactly(new double[] {1, 1, -0.5}, within(1e-12));
    assertThat(matrix[2]).containsExactly(new double[] {-0.5, -0.5, 1}, within(1e-12));
  }

  @Test
  void refusesEqualValues() {
    assertThatThrownBy(() -> Correlation.pearson(new double[] {1, 2}, new double[] {0.1, 0.1}))
        .isInstanceOfSatisfying(
            ZeroVarianceException.class, e -> assertThat(e.column()).isEqualTo(1));
  }
}
