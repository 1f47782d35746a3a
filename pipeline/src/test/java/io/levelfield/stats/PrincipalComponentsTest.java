package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.testing.ReferenceData;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalComponentsTest {

  @ParameterizedTest
  @CsvSource({
    "apipop_context.csv, apipop.json, context_vars",
    "swiss.csv, swiss.json, vars",
    "maschools.csv, maschools.json, vars",
    "hsb82_school_level.csv, hsb82_school_level.json, vars"
  })
  void agreeWithR(String data, String results, String variables) {
    JsonNode expected = ReferenceData.json(results);
    String[] names =
        StreamSupport.stream(expected.get(variables).spliterator(), false)
            .map(JsonNode::asText)
            .toArray(String[]::new);

    var components =
        PrincipalComponents.ofCorrelations(
            Correlation.matrix(ReferenceData.csv(data).columns(names)));

    JsonNode pca = expected.get("pca");
    double sign =
        Math.signum(components.loadings(0)[0] * pca.get("loadings_pc1").get(names[0]).asDouble());
    for (int j = 0; j < names.length; j++) {
      assertThat(components.eigenvalues()[j])
          .as("eigenvalue %d", j)
          .isCloseTo(pca.get("eigenvalues").get(j).asDouble(), within(1e-10));
      assertThat(components.explained()[j])
          .as("share %d", j)
          .isCloseTo(pca.get("explained").get(j).asDouble(), within(1e-10));
      assertThat(sign * components.loadings(0)[j])
          .as("loading of %s", names[j])
          .isCloseTo(pca.get("loadings_pc1").get(names[j]).asDouble(), within(1e-10));
    }
  }
}
