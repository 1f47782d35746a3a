package io.levelfield.support.effect;

import static io.levelfield.support.effect.SupportedDistrict.raised;
import static io.levelfield.support.effect.SupportedDistrict.results;
import static io.levelfield.support.effect.SupportedDistrict.support;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.EffectAnalysis.Figures;
import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.study.EffectSettings;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said of a programme agrees with its figures, and names what limits them. */
class EffectWordsTest {
  private static final List<SchoolResult> RESULTS = results(2019, 2023);

  @Test
  void aRiseAndAFallAreToldWithTheirSizesAndWhatElseMayHaveCausedThem() {
    EffectAnalysis rise = overall(raised(RESULTS, 5, 2022, 2023, 2), support(2022, 0, 5));
    EffectAnalysis fall = overall(raised(RESULTS, 5, 2022, 2023, -2), support(2022, 0, 5));

    Figures up = rise.figures().orElseThrow();
    Figures down = fall.figures().orElseThrow();
    assertThat(told(rise))
        .startsWith(
            text(
                "Results are better by %.2f than without the support they would have been (interval"
                    + " %.2f to %.2f)",
                up.estimate(), up.low(), up.high()))
        .contains("Whatever else happened")
        .doesNotContain("one year before");
    assertThat(told(fall))
        .startsWith(
            text(
                "Results are worse by %.2f than without the support they would have been (interval"
                    + " %.2f to %.2f)",
                -down.estimate(), -down.high(), -down.low()));
    assertThat(down.estimate()).isNegative();
  }

  @Test
  void nothingFoundIsNoEvidenceThatThereIsNothing() {
    EffectAnalysis none = overall(RESULTS, support(2022, 0, 5));
    Figures figures = none.figures().orElseThrow();

    assertThat(figures.permutationP().orElseThrow()).isGreaterThan(0.05);
    assertThat(told(none))
        .startsWith("No effect can be told from chance")
        .contains(
            text(
                "smaller than %.2f, and are compatible with any from %.2f to %.2f",
                figures.minimumDetectable().orElseThrow(), figures.low(), figures.high()))
        .doesNotContain("Whatever else happened");
  }

  @Test
  void aFallBeforeTheStartIsToldAsOne() {
    List<SchoolResult> fallen = raised(RESULTS, 5, 2021, 2021, -3);

    assertThat(before(RESULTS)).allMatch(told -> told.startsWith("Before the start no difference"));
    assertThat(before(fallen))
        .anyMatch(told -> told.startsWith("Before the start these schools lay -"))
        .anyMatch(told -> told.contains("This is one of"));
  }

  private static List<String> before(List<SchoolResult> results) {
    return analyses(results, support(2022, 0, 5)).stream()
        .filter(own -> own.kind() == Kind.EVENT_YEAR && own.eventYear().orElseThrow() < 0)
        .map(EffectWordsTest::told)
        .toList();
  }

  /** Two of four schools can have the support in six ways, so no p is below a sixth. */
  @Test
  void tooFewSchoolsForATestAreToldHowSmallItsPCanBe() {
    List<SchoolResult> four =
        raised(RESULTS, 2, 2022, 2023, 5).stream()
            .filter(own -> Integer.parseInt(own.schoolId()) < 4)
            .toList();

    assertThat(told(overall(four, support(2022, 0, 2))))
        .startsWith("Too few schools for a conclusion")
        .contains("a probability of 0.17 at least; 0.05 would be needed");
  }

  @Test
  void whatLimitsTheFiguresIsNamed() {
    List<ReceivedSupport> limited = new ArrayList<>(support(2022, 0, 5));
    limited.addAll(support(2019, 5, 6));
    limited.addAll(support(2024, 6, 8));
    limited.add(ReceivedSupport.of("unknown", "P", 2022));
    limited.add(ReceivedSupport.of("0", "Q", 2022));
    limited.add(ReceivedSupport.of("1", "Q", 2023));

    assertThat(told(overall(RESULTS, limited)))
        .contains("1 of these schools had another programme by then")
        .contains(
            "Left out: 1 schools without a year of results before the start, 2 that begin after the"
                + " last year, 1 without results, 0 without a known start.");
    assertThat(told(overall(RESULTS, support(2022, 0, 5))))
        .doesNotContain("Left out", "another programme", "one year before");
    assertThat(told(overall(RESULTS, support(2020, 0, 5))))
        .contains("There is one year before the first start (2019)");
  }

  @Test
  void theChangeFromBeforeToAfterIsDividedIntoWhatIsExpectedAnywayAndTheRest() {
    List<EffectAnalysis> all = analyses(raised(RESULTS, 5, 2022, 2023, 2), support(2022, 0, 5));
    EffectAnalysis change =
        all.stream().filter(own -> own.kind() == Kind.BEFORE_AFTER).findFirst().orElseThrow();

    double[] told =
        Pattern.compile("[+-]\\d+\\.\\d+")
            .matcher(told(change))
            .results()
            .mapToDouble(found -> Double.parseDouble(found.group()))
            .toArray();
    assertThat(told).hasSize(3);
    assertThat(told[0]).isBetween(1.5, 2.5);
    assertThat(told[2]).isCloseTo(told[0] - told[1], within(0.011));
  }

  private static String text(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }

  private static String told(EffectAnalysis analysis) {
    return InEnglish.of(analysis.conclusion());
  }

  private static EffectAnalysis overall(List<SchoolResult> results, List<ReceivedSupport> support) {
    return analyses(results, support).get(0);
  }

  private static List<EffectAnalysis> analyses(
      List<SchoolResult> results, List<ReceivedSupport> support) {
    var settings = new EffectSettings(null, null, null, 199, null, null);
    return SupportEffect.of(results, Map.of(), support, settings, 0.9, 42);
  }
}
