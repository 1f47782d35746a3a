package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.study.ContextIndexSettings.Weights;
import io.levelfield.study.Indicator.Direction;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {
  private static final String INPUTS =
      """
      study: tiny
      inputs:
        results:
          - {path: r, shape: means, columns: {school_id: s, mean: m}, constants: {year: 2018}}
        context:
          - {path: c, columns: {school_id: s, year: y}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"isbsh", "icsea-like", "deprivation"})
  void everyPresetIsAnIndexByItself(String name) {
    ContextIndexSettings index = index("context_index: {preset: " + name + "}");

    assertThat(index.indicators()).hasSizeGreaterThan(3);
    assertThat(index.indicators().values())
        .allSatisfy(indicator -> assertThat(indicator.label()).containsOnlyKeys("ru", "en"));
  }

  @Test
  void icseaHasItsScaleAndItsWeights() {
    ContextIndexSettings index = index("context_index: {preset: icsea-like}");

    assertThat(index.scale()).isEqualTo(Optional.of(new Scale(1000.0, 100.0)));
    assertThat(index.weights()).isEqualTo(Weights.REGRESSION);
  }

  @Test
  void whatTheStudySaysComesFirst() {
    ContextIndexSettings index =
        index(
            """
            context_index:
              preset: isbsh
              weights: pca
              indicators:
                single_parent: {column: Неполные}
                low_income:
                own: {direction: favourable}
            """);

    assertThat(index.weights()).isEqualTo(Weights.PCA);
    assertThat(index.indicators()).containsOnlyKeys("single_parent", "low_income", "own");
    Indicator own = index.indicators().get("single_parent");
    assertThat(own.column()).contains("Неполные");
    assertThat(own.direction()).isEqualTo(Direction.UNFAVOURABLE);
  }

  @Test
  void anUnknownPresetIsRefused() {
    assertThatThrownBy(() -> index("context_index: {preset: isbs}"))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("context_index.preset: no preset isbs")
        .contains("isbsh");
  }

  @Test
  void aResultIsNoCircumstance() {
    assertThatThrownBy(
            () ->
                index(
                    "context_index: {indicators: {marks: {direction: favourable, nature: result}}}"))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("context_index.indicators.marks.nature: a result has no place");
    assertThatThrownBy(
            () ->
                StudyLoader.parse(
                    INPUTS.replace("path: c", "path: r")
                        + "context_index: {indicators: {m: {direction: favourable}}}",
                    List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("column m is a result of inputs.results");
    assertThat(
            index(
                    "context_index: {indicators: {marks: {direction: favourable, nature: school,"
                        + " insist: приёмные испытания}}}")
                .indicators()
                .get("marks")
                .insist())
        .contains("приёмные испытания");
  }

  private static ContextIndexSettings index(String contextIndex) {
    return StudyLoader.parse(INPUTS + contextIndex, List.of()).contextIndex().orElseThrow();
  }
}
