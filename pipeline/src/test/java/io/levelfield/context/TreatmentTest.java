package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.context.AlteredValue.Method;
import io.levelfield.model.context.ContextScore;
import io.levelfield.stats.Descriptive;
import io.levelfield.testing.InEnglish;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentTest {
  private static final List<String> KEYS = List.of("a", "b");
  private static final Map<String, String> DIRECTIONS =
      Map.of("a", "favourable", "b", "favourable");

  /** Twenty schools, of which the last is far off. */
  private static double[] oneFar(double far) {
    double[] values = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
    values[19] = far;
    return values;
  }

  @Test
  void theOneFarValueTakesTheNextOnesPlace() {
    ContextIndex index = index(oneFar(500), "outliers: winsorise");

    assertThat(index.altered()).hasSize(1);
    AlteredValue altered = index.altered().get(0);
    assertThat(altered.schoolId()).isEqualTo("s19");
    assertThat(altered.indicator()).isEqualTo("a");
    assertThat(altered.method()).isEqualTo(Method.WINSORISED);
    assertThat(altered.value()).hasValue(500);
    assertThat(altered.used()).isEqualTo(18);
    Map<String, ContextScore> scores = IndexStudy.bySchool(index);
    assertThat(scores.get("s19").contributions().get("a"))
        .isEqualTo(scores.get("s18").contributions().get("a"));
    assertThat(index.weights().get(0).treated()).isEqualTo(1);
  }

  @Test
  void theLowEndIsTreatedAlike() {
    ContextIndex index =
        index(Arrays.stream(oneFar(500)).map(v -> -v).toArray(), "outliers: winsorise");

    assertThat(index.altered()).hasSize(1);
    assertThat(index.altered().get(0).used()).isEqualTo(-18);
  }

  @Test
  void withoutTreatmentValuesStayAndAWarningNamesTheIndicator() {
    ContextIndex index = index(oneFar(500), "outliers: none");

    assertThat(index.altered()).isEmpty();
    assertThat(InEnglish.of(index.notes()))
        .anyMatch(
            note ->
                note.contains("context_index.indicators.a: a few schools far from all others")
                    && note.contains("skewness 4.5"));
  }

  @Test
  void evenIndicatorsStay() {
    ContextIndex index = index(oneFar(19), "outliers: winsorise");

    assertThat(index.altered()).isEmpty();
    assertThat(InEnglish.of(index.notes())).isEmpty();
  }

  /** One value in twenty may be winsorised; three far ones are too many for that. */
  @ParameterizedTest
  @CsvSource({"log, LOG", "box_cox, BOX_COX"})
  void whereTooManyAreFarTheIndicatorIsTransformed(String otherwise, Method method) {
    double[] values = oneFar(3_000);
    values[18] = 1_000;
    values[17] = 300;

    ContextIndex index = index(values, "outliers: winsorise, otherwise: " + otherwise);

    Map<String, Double> used =
        index.altered().stream()
            .collect(Collectors.toMap(AlteredValue::schoolId, AlteredValue::used));
    assertThat(index.altered()).allMatch(altered -> altered.method() == method);
    assertThat(used).hasSizeGreaterThan(17);
    double[] after = index.altered().stream().mapToDouble(AlteredValue::used).sorted().toArray();
    assertThat(Math.abs(Descriptive.skewness(after))).isLessThan(Descriptive.skewness(values) - 1);
    assertThat(used.get("s19")).isGreaterThan(used.get("s18"));
  }

  @Test
  void logarithmIsCoinrs() {
    double[] values = oneFar(3_000);
    values[18] = 1_000;
    values[17] = 300;

    ContextIndex index = index(values, "outliers: winsorise");

    AlteredValue last = index.altered().get(index.altered().size() - 1);
    assertThat(last.used()).isCloseTo(Math.log(3_000 - 0 + 0.01 * 3_000), within(1e-12));
  }

  @Test
  void moreMayBeWinsorisedWhereTheStudySaysSoAndNoMoreThanNeedBe() {
    double[] values = oneFar(3_000);
    values[18] = 1_000;
    values[17] = 300;

    ContextIndex index = index(values, "outliers: winsorise, most: 3");

    assertThat(index.altered())
        .hasSize(2)
        .allMatch(altered -> altered.method() == Method.WINSORISED && altered.used() == 300);
  }

  private static ContextIndex index(double[] values, String treatment) {
    double[][] rows =
        IntStream.range(0, values.length)
            .mapToObj(i -> new double[] {values[i], (i * 7) % 20})
            .toArray(double[][]::new);
    return ContextIndex.compute(
        IndexStudy.settings(
            new TreeMap<>(DIRECTIONS), "context_index.treatment={" + treatment + "}"),
        IndexStudy.passports(
            IntStream.range(0, values.length).mapToObj("s%02d"::formatted).toList(), KEYS, rows),
        List.of(),
        List.of(),
        1);
  }
}
