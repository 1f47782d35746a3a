package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.PolicyOption;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** High results, resilience and crisis: the labels that rest on results of several years. */
class ResultRulesTest {
  private static final int NOW = District.YEAR;

  private static Optional<Identification> find(District district, String school, Label label) {
    return LowResultRuleTest.find(district.evidence(), school, label);
  }

  private static boolean flagged(District district, String school, Label label) {
    return find(district, school, label).map(Identification::flag).orElse(false);
  }

  /**
   * Twenty schools with results 1, 2, … 20 in each of three years: the percentile is 15.5 or so.
   */
  private static District ladder() {
    var district = new District();
    for (int s = 1; s <= 20; s++) {
      district.results("%03d".formatted(s), s, s, s);
    }
    return district;
  }

  @Test
  void theUpperQuarterIsHigh() {
    var result = Identifications.of(ladder().evidence(), IdentifySettings.defaults());

    assertThat(
            result.identifications().stream()
                .filter(i -> i.label() == Label.HIGH_RESULT && i.flag())
                .map(Identification::schoolId))
        .containsExactly("016", "017", "018", "019", "020");
  }

  /**
   * The percentile of these 21 schools is 16 in three cases, 15 in the last; the bound is x less
   * 0.84 standard errors.
   */
  @ParameterizedTest
  @CsvSource({"16.5, 0.01, true", "16.5, 1.2, false", "17.1, 1.2, true", "14.9, 0.01, false"})
  void theLowerBoundMustBeAboveThePercentile(double x, double se, boolean high) {
    District district = ladder().results("x", x, x, x).se(se);

    assertThat(flagged(district, "x", Label.HIGH_RESULT)).isEqualTo(high);
  }

  @Test
  void twoYearsOfThreeAreEnoughAndOneYearCannotTell() {
    District district =
        ladder().results("two", 30, 0, 30).results("one", 0, 30, 0).results("new", 30);
    var result = Identifications.of(district.evidence(), IdentifySettings.defaults());

    assertThat(flagged(district, "two", Label.HIGH_RESULT)).isTrue();
    assertThat(flagged(district, "one", Label.HIGH_RESULT)).isFalse();
    assertThat(result.judged().get(Label.HIGH_RESULT)).contains("one").doesNotContain("new");
  }

  @Test
  void anUnconfirmedResultKeepsASchoolOffThePositiveList() {
    District district = ladder().unconfirmed("020", "математика", NOW);
    Identification high = find(district, "020", Label.HIGH_RESULT).orElseThrow();

    assertThat(high.formal()).isTrue();
    assertThat(high.flag()).isFalse();
    assertThat(high.expectedRegression()).isEmpty();
    assertThat(high.reasons()).contains(Message.of("unconfirmed", "ВПР математика 5", NOW));
  }

  /** (1 - 0.6)(10 - 20): a school of result 20 is expected to lose 4. */
  @Test
  void expectedRegressionGoesTowardsTheReference() {
    Identification high = find(ladder().shrunken(.6, 10), "020", Label.HIGH_RESULT).orElseThrow();

    assertThat(high.expectedRegression().orElseThrow().allYears()).isCloseTo(-4, within(1e-12));
    assertThat(high.expectedRegression().orElseThrow().nextYear()).isCloseTo(-2, within(1e-12));
  }

  /** The ladder with an index that falls as results rise, so that x has the lowest. */
  private static District adverse(double... results) {
    District district = ladder();
    for (int s = 1; s <= 20; s++) {
      district.context("%03d".formatted(s), 100 + s).expected("%03d".formatted(s), s);
    }
    return district.context("x", 1).expected("x", 5).results("x", results);
  }

  @Test
  void goodResultsInUnfavourableConditionsAreResilient() {
    District district = adverse(15, 16, 15);
    Identification x = find(district, "x", Label.RESILIENT).orElseThrow();

    assertThat(x.flag()).isTrue();
    assertThat(x.probability().orElseThrow()).isGreaterThan(.99);
  }

  @Test
  void everyConditionOfResilienceCounts() {
    assertThat(flagged(adverse(9, 9, 9), "x", Label.RESILIENT)).as("below the median").isFalse();
    assertThat(flagged(adverse(4, 40, 4), "x", Label.RESILIENT)).as("one good year").isFalse();
    assertThat(flagged(adverse(16), "x", Label.RESILIENT)).as("one year").isFalse();
    assertThat(flagged(adverse(15, 16, 15).context("x", 200), "x", Label.RESILIENT))
        .as("favourable conditions")
        .isFalse();
    assertThat(flagged(adverse(15, 16, 15).expected("x", 15.4), "x", Label.RESILIENT))
        .as("as expected")
        .isFalse();
    assertThat(flagged(adverse(15, 16, 15).se(30), "x", Label.RESILIENT)).as("unsure").isFalse();
    assertThat(flagged(adverse(15, 16, 15).school("x", "urban", true, 2, 5), "x", Label.RESILIENT))
        .as("selective")
        .isFalse();
    assertThat(
            flagged(adverse(15, 16, 15).unconfirmed("x", "математика", NOW), "x", Label.RESILIENT))
        .as("not confirmed")
        .isFalse();
  }

  @Test
  void anOldDoubtExpires() {
    assertThat(
            flagged(ladder().unconfirmed("020", "математика", NOW - 2), "020", Label.HIGH_RESULT))
        .isFalse();
    assertThat(
            flagged(ladder().unconfirmed("020", "математика", NOW - 3), "020", Label.HIGH_RESULT))
        .isTrue();
  }

  @Test
  void similarSchoolsAreTheSecondMethodWhereTheyWereSought() {
    assertThat(flagged(adverse(15, 16, 15).similar("x", Optional.of(1.0)), "x", Label.RESILIENT))
        .isTrue();
    assertThat(flagged(adverse(15, 16, 15).similar("x", Optional.of(-1.0)), "x", Label.RESILIENT))
        .isFalse();
    assertThat(flagged(adverse(15, 16, 15).similar("x", Optional.empty()), "x", Label.RESILIENT))
        .isFalse();
    assertThat(
            InEnglish.of(
                Identifications.of(adverse(15, 16, 15).evidence(), IdentifySettings.defaults())
                    .notes()))
        .anyMatch(note -> note.contains("similar schools were not sought"));
  }

  private static District failing(double... results) {
    return adverse(results)
        .counts("x", "математика", NOW, 20, 20)
        .counts("x", "русский язык", NOW, 20, 20);
  }

  @Test
  void lowUnfavourableAndFallingIsACrisis() {
    Identification crisis = find(failing(5, 4, 3), "x", Label.CRISIS).orElseThrow();

    assertThat(crisis.flag()).isTrue();
    assertThat(crisis.probability().orElseThrow()).isGreaterThan(.9);
    assertThat(crisis.reasons())
        .extracting(Message::code)
        .contains("low.procedure", "context.lowest", "crisis.falling", "crisis.no-staff");
  }

  @Test
  void everyConditionOfACrisisCounts() {
    assertThat(flagged(failing(3, 4, 5), "x", Label.CRISIS)).as("rising").isFalse();
    assertThat(flagged(failing(4, 4, 4), "x", Label.CRISIS)).as("level").isFalse();
    assertThat(flagged(failing(4, 3), "x", Label.CRISIS)).as("two years").isFalse();
    assertThat(flagged(failing(5, 4, 3).context("x", 200), "x", Label.CRISIS))
        .as("favourable conditions")
        .isFalse();
    assertThat(
            flagged(
                adverse(5, 4, 3)
                    .counts("x", "математика", NOW, 0, 20)
                    .counts("x", "русский язык", NOW, 0, 20),
                "x",
                Label.CRISIS))
        .as("not low")
        .isFalse();
  }

  @Test
  void policyCountsTheListsOfOtherThresholds() {
    District district = new District();
    for (int s = 0; s < 10; s++) {
      district.counts("s" + s, "математика", NOW, 20 + 2 * s, 100);
      district.counts("s" + s, "русский язык", NOW, 20 + 2 * s, 100);
    }
    var options =
        Identifications.of(district.evidence(), IdentifySettings.defaults()).policy().stream()
            .filter(
                o -> o.threshold().stream().anyMatch(t -> t.basis() == PolicyOption.Basis.EITHER))
            .toList();

    assertThat(options)
        .extracting(o -> o.threshold().orElseThrow().shareBelow())
        .containsExactly(.25, .30, .35);
    assertThat(options).extracting(o -> o.flagged()).containsExactly(7, 5, 2);
    assertThat(options)
        .extracting(o -> o.pupils())
        .containsExactly(OptionalLong.of(700), OptionalLong.of(500), OptionalLong.of(200));
    assertThat(options)
        .allSatisfy(
            o -> {
              assertThat(o.judged()).isEqualTo(10);
              assertThat(o.falseAlarms().orElseThrow()).isBetween(0.0, (double) o.flagged());
            });
  }

  @Test
  void policyHasTheListOfEveryLabelUnlessDistrictsAreNotSimulated() {
    District district = new District();
    for (int s = 0; s < 10; s++) {
      district.counts("s" + s, "математика", NOW, 20 + 2 * s, 100);
      district.counts("s" + s, "русский язык", NOW, 20 + 2 * s, 100);
    }
    var labels = Identifications.of(district.evidence(), IdentifySettings.defaults());
    List<PolicyOption> lists =
        labels.policy().stream().filter(o -> o.threshold().isEmpty()).toList();

    assertThat(lists)
        .extracting(PolicyOption::label)
        .containsExactlyElementsOf(labels.judged().keySet());
    PolicyOption low =
        lists.stream().filter(o -> o.label() == Label.LOW_RESULT).findFirst().orElseThrow();
    PolicyOption either =
        labels.policy().stream()
            .filter(o -> o.rule().equals("either-0.3"))
            .findFirst()
            .orElseThrow();
    assertThat(low.flagged()).isEqualTo(either.flagged());
    assertThat(low.falseAlarms().orElseThrow())
        .isCloseTo(either.falseAlarms().orElseThrow(), within(1e-9));

    IdentifySettings without =
        StudyLoader.parse(
                """
                study: district
                inputs:
                  results:
                    - path: results.csv
                      shape: means
                      columns: {school_id: id, mean: m}
                      constants: {year: 2024, procedure: ВПР, subject: математика}
                identify: {simulation: {districts: 0}}
                """,
                List.of())
            .identify();
    assertThat(Identifications.of(district.evidence(), without).policy())
        .isEqualTo(labels.policy().stream().filter(o -> o.threshold().isPresent()).toList());
  }

  @Test
  void permutingSchoolsPermutesLabels() {
    var plain = new District();
    var turned = new District();
    for (int s = 0; s < 12; s++) {
      String other = "s%02d".formatted((s * 5 + 3) % 12);
      fill(plain, "s%02d".formatted(s), s);
      fill(turned, other, s);
    }
    List<String> expected =
        texts(plain).stream()
            .map(
                text ->
                    "s%02d".formatted((Integer.parseInt(text.substring(1, 3)) * 5 + 3) % 12)
                        + text.substring(3))
            .sorted()
            .toList();

    assertThat(texts(turned)).hasSizeGreaterThan(12).containsExactlyElementsOf(expected);
  }

  private static void fill(District district, String id, int s) {
    district
        .counts(id, "математика", NOW - 1, s, 20)
        .counts(id, "математика", NOW, s, 20)
        .counts(id, "русский язык", NOW, 11 - s, 20)
        .results(id, s * s % 7, s, s * 5 % 11)
        .expected(id, 5)
        .context(id, s * 7 % 12)
        .school(id, s % 2 == 0 ? "rural" : "urban", s == 3, s % 3, 10 * s);
  }

  private static List<String> texts(District district) {
    return Identifications.of(district.evidence(), IdentifySettings.defaults())
        .identifications()
        .stream()
        .map(
            i ->
                i.schoolId()
                    + " "
                    + i.label()
                    + i.formal()
                    + i.probability()
                    + i.reasons()
                    + i.toExit()
                    + i.robustness())
        .sorted()
        .toList();
  }
}
