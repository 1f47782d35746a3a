package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexCheck;
import io.levelfield.model.context.IndexCheck.Check;
import io.levelfield.model.context.RankInterval;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.InEnglish;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index is made of is not always what it should be made of. */
class OddInputsTest {

  @Test
  void anIndicatorNobodyKnowsIsRefused() {
    double[][] rows = rows(20, 3);
    Arrays.stream(rows).forEach(row -> row[1] = Double.NaN);

    assertThatThrownBy(() -> index(rows, "context_index.missing={at_least: 0.5}"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("context_index.indicators.b: known for 0 of 20 schools");
  }

  @ParameterizedTest
  @ValueSource(strings = {"equal", "pca", "ridge", "entropy", "critic"})
  void twoIndicatorsThatAreTheSameCountTwiceAndAreNamed(String weights) {
    double[][] rows = rows(20, 3);
    Arrays.stream(rows).forEach(row -> row[1] = 3 * row[0] + 1);
    ContextIndex index = index(rows, "context_index.weights=" + weights);

    assertThat(index.scores()).hasSize(20);
    assertThat(InEnglish.of(index.notes()))
        .contains(
            "context_index.indicators: a and b say nearly the same and count twice; leave one of"
                + " them out");
  }

  @Test
  void regressionOnTwoThatAreTheSameIsRefused() {
    double[][] rows = rows(20, 3);
    Arrays.stream(rows).forEach(row -> row[1] = 3 * row[0] + 1);

    assertThatThrownBy(() -> index(rows, "context_index.weights=regression"))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("b follows from the indicators before it");
  }

  @Test
  void aWrongDirectionGoesAgainstResults() {
    double[][] rows = rows(60, 4);
    Arrays.stream(rows).forEach(row -> row[2] = -row[2]);

    assertThat(InEnglish.of(index(rows).notes()))
        .anyMatch(note -> note.contains("context_index.indicators.c runs against results"))
        .anyMatch(note -> note.contains("is its direction right?"));
    assertThat(
            InEnglish.of(index(rows, "context_index.indicators.c.direction=unfavourable").notes()))
        .noneMatch(note -> note.contains("direction"));
  }

  @Test
  void threeSchoolsWithSevenIndicatorsHaveAnIndexButNoComponentAndNoRegression() {
    double[][] rows = rows(3, 7);
    ContextIndex index =
        index(rows, "context_index.variants=[pca, regression, ridge, entropy, critic]");

    assertThat(index.scores()).hasSize(3);
    assertThat(InEnglish.of(index.notes()))
        .anyMatch(note -> note.contains("weights pca need more schools"))
        .anyMatch(note -> note.contains("weights regression need at least 9 schools"));
    assertThat(uncertain(index)).hasSize(3).allMatch(rank -> rank.low() <= rank.high());
    assertThatThrownBy(() -> index(rows, "context_index.weights=pca"))
        .isInstanceOf(InputsRefused.class);
  }

  @Test
  void regressionOnFewSchoolsForEachIndicatorIsDoubted() {
    assertThat(InEnglish.of(index(rows(30, 4), "context_index.weights=regression").notes()))
        .anyMatch(note -> note.contains("weights regression rest on 30 schools for 4 indicators"));
    assertThat(InEnglish.of(index(rows(40, 4), "context_index.weights=regression").notes()))
        .noneMatch(note -> note.contains("rest on"));
  }

  @Test
  void anIndicatorThatIsTheResultIsNamed() {
    double[][] rows = rows(30, 3);
    Arrays.stream(rows).forEach(row -> row[2] = row[0] + row[1]);
    ContextIndex index = index(rows);

    assertThat(InEnglish.of(index.notes()))
        .anyMatch(note -> note.contains("indicators.c is nearly the result"));
  }

  @Test
  void theStudysScaleIsThatOfTheReferenceSchools() {
    ContextIndex index =
        index(
            rows(50, 3),
            "context_index.scale={mean: 1000, sd: 100}",
            "context_index.variants=[pca]");
    double[] headline = index.scores().stream().mapToDouble(ContextScore::index).toArray();
    double[] pca =
        index.scores().stream().mapToDouble(score -> score.variants().get("pca")).toArray();

    assertThat(Descriptive.mean(headline)).isCloseTo(1000, within(1e-9));
    assertThat(Descriptive.sd(headline)).isCloseTo(100, within(1e-9));
    assertThat(Descriptive.sd(pca)).isCloseTo(100, within(1e-9));
    assertThat(index.scores())
        .allSatisfy(
            score ->
                assertThat(1000 + score.contributions().values().stream().mapToDouble(v -> v).sum())
                    .isCloseTo(score.index(), within(1e-9)));
  }

  @Test
  void whatHangsOnOneSchoolIsTold() {
    double[][] rows = rows(30, 3);
    rows[7] = new double[] {40, 20, 3};
    List<IndexCheck> checks =
        index(rows, "context_index.weights=pca").checks().stream()
            .filter(check -> check.check() == Check.WITHOUT_SCHOOL)
            .toList();

    assertThat(checks).hasSize(30);
    assertThat(checks.stream().max(Comparator.comparing(IndexCheck::value)).orElseThrow())
        .satisfies(most -> assertThat(most.schoolId()).contains("s07"));
  }

  private static List<RankInterval> uncertain(ContextIndex index) {
    return index
        .uncertainty(index.scores(), Set.of(RankInterval.QUARTER), Replicates.inThisThread())
        .intervals();
  }

  private static ContextIndex index(double[][] rows, String... overrides) {
    List<String> keys =
        IntStream.range(0, rows[0].length).mapToObj(j -> String.valueOf((char) ('a' + j))).toList();
    Map<String, String> directions = new LinkedHashMap<>();
    keys.forEach(key -> directions.put(key, "favourable"));
    List<String> ids = IntStream.range(0, rows.length).mapToObj("s%02d"::formatted).toList();
    double[] results = Arrays.stream(rows).mapToDouble(row -> row[0] + row[1]).toArray();
    return ContextIndex.compute(
        IndexStudy.settings(directions, overrides),
        IndexStudy.passports(ids, keys, rows),
        List.of(),
        IndexStudy.results(ids, results),
        1);
  }

  /** Indicators of one thing. */
  private static double[][] rows(int schools, int indicators) {
    var random = RandomStream.from(5);
    double[][] rows = new double[schools][indicators];
    for (double[] row : rows) {
      double common = random.nextGaussian();
      Arrays.setAll(row, j -> common + random.nextGaussian());
    }
    return rows;
  }
}
