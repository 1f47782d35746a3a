package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.testing.ReferenceData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores, loadings and regressions of sets that are small and unlike schools of one state. */
class OtherReferenceIndexTest {

  /** R's component points to the unfavourable side; directions are as its first column has it. */
  @ParameterizedTest
  @CsvSource({
    "swiss, province, Examination, ols, provinces,"
        + " Agriculture:unfavourable Education:favourable Catholic:unfavourable"
        + " Infant_Mortality:unfavourable",
    "maschools, district, score4, ols_score4, districts,"
        + " lunch:unfavourable english:unfavourable special:unfavourable stratio:unfavourable"
        + " income:favourable"
  })
  void indexIsTheReferences(
      String set, String id, String result, String ols, String units, String indicators) {
    Map<String, String> directions = new LinkedHashMap<>();
    Pattern.compile("(\\w+):(\\w+)")
        .matcher(indicators)
        .results()
        .forEach(pair -> directions.put(pair.group(1), pair.group(2)));
    List<String> keys = List.copyOf(directions.keySet());
    ReferenceData data = ReferenceData.csv(set + ".csv");
    List<String> ids = data.texts(id);
    var index =
        ContextIndex.compute(
            IndexStudy.settings(
                directions,
                "context_index.weights=pca",
                "context_index.variants=[regression, equal]"),
            IndexStudy.passports(ids, keys, data.columns(keys.toArray(String[]::new))),
            List.of(),
            IndexStudy.results(ids, data.column(result)),
            1);

    JsonNode reference = ReferenceData.json(set + ".json");
    double[] component = ReferenceData.csv(set + "_" + units + ".csv").column("context_pc1");
    Map<String, ContextScore> scores = IndexStudy.bySchool(index);
    for (int i = 0; i < component.length; i++) {
      assertThat(scores.get(ids.get(i)).index())
          .as(ids.get(i))
          .isCloseTo(-component[i], within(1e-9));
    }
    for (IndicatorWeight weight : index.weights()) {
      if (weight.variant().equals("pca")) {
        assertThat(weight.loading().orElseThrow())
            .isCloseTo(
                -reference.at("/pca/loadings_pc1/" + weight.indicator()).asDouble(), within(1e-9));
      } else if (weight.variant().equals("regression")) {
        assertThat(weight.coefficient().orElseThrow())
            .isCloseTo(
                reference.at("/" + ols + "/coef/" + weight.indicator()).asDouble(),
                Percentage.withPercentage(1e-6));
      }
    }
  }
}
