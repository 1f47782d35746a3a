package io.levelfield.support.effect;

import static io.levelfield.support.effect.SupportedDistrict.SCHOOLS;
import static io.levelfield.support.effect.SupportedDistrict.raised;
import static io.levelfield.support.effect.SupportedDistrict.results;
import static io.levelfield.support.effect.SupportedDistrict.support;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.study.EffectSettings;
import io.levelfield.study.EffectSettings.MayBeControl;
import io.levelfield.testing.InEnglish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupportEffectTest {
  private static final List<SchoolResult> RESULTS = results(2020, 2023);

  @Test
  void withoutSupportThereIsNoRow() {
    assertThat(analyses(List.of())).isEmpty();
  }

  @Test
  void saysWhatLacksWhereAProgrammeCannotBeJudged() {
    assertThat(reason(support(2020, 0, 1))).contains("results begin in 2020");
    assertThat(reason(support(2024, 0, 1))).contains("begins after 2023");
    assertThat(reason(List.of(ReceivedSupport.of("unknown", "P", 2022))))
        .contains("no school of the programme has results");
    assertThat(reason(support(2022, 0, SCHOOLS))).contains("could serve as controls");
  }

  @Test
  void oneSchoolIsNoProgramme() {
    assertThat(overall(analyses(support(2022, 0, 1))).conclusion().toString())
        .contains("effect.one-school");
  }

  @Test
  void schoolsOfOtherProgrammesAreControlsOnlyOnRequest() {
    List<ReceivedSupport> both = new ArrayList<>(support(2022, 0, 3));
    both.addAll(
        support(2022, 3, SCHOOLS).stream()
            .map(own -> ReceivedSupport.of(own.schoolId(), "Q", 2022))
            .toList());

    assertThat(overall(analyses(both)).figures()).isEmpty();
    var any = new EffectSettings(null, MayBeControl.ANY, null, 99, null, null);
    assertThat(overall(analyses(RESULTS, both, any)).figures()).isPresent();
  }

  @Test
  void asksOfEveryStartAndYearAndOfTheYearsAfterTheEnd() {
    List<ReceivedSupport> waves = new ArrayList<>(support(2021, 0, 3));
    waves.addAll(support(2022, 3, 6));

    assertThat(analyses(waves))
        .extracting(EffectAnalysis::kind)
        .containsOnly(Kind.OVERALL, Kind.EVENT_YEAR, Kind.GROUP_TIME, Kind.BEFORE_AFTER);
    assertThat(analyses(waves).stream().filter(own -> own.kind() == Kind.GROUP_TIME))
        .extracting(own -> own.group().orElseThrow() + " in " + own.year().orElseThrow())
        .containsExactly(
            "2021 in 2021", "2021 in 2022", "2021 in 2023", "2022 in 2022", "2022 in 2023");
  }

  @Test
  void asksOfEveryYearSinceTheStartThatAnySchoolHas() {
    List<ReceivedSupport> waves = new ArrayList<>(support(2021, 0, 3));
    waves.addAll(support(2022, 3, 6));

    assertThat(analyses(waves).stream().filter(own -> own.kind() == Kind.EVENT_YEAR))
        .extracting(own -> own.eventYear().orElseThrow())
        .containsExactly(-1, 0, 1, 2);
  }

  @Test
  void asksOfTheTimeAfterTheEndWhereItIsOver() {
    List<ReceivedSupport> ended = new ArrayList<>(support(2021, 0, 3));
    ended.addAll(SupportedDistrict.ended(2022, 2022, 3, 6));

    assertThat(analyses(ended))
        .extracting(EffectAnalysis::kind)
        .contains(Kind.AFTER_END)
        .startsWith(Kind.OVERALL);
    assertThat(analyses(SupportedDistrict.ended(2022, 2023, 0, 6)))
        .extracting(EffectAnalysis::kind)
        .doesNotContain(Kind.AFTER_END);
  }

  /**
   * An effect as large as half the interval would be noticed in half of all cases; for more power
   * it must be larger by quantiles of the normal distribution.
   */
  @Test
  void whatWouldBeNoticedGoesByTheIntervalAndThePower() {
    var figures = ofPower(.5);
    double half = (figures.high() - figures.low()) / 2;
    double mostly = ofPower(.8).minimumDetectable().orElseThrow() - half;
    double nearlyAlways = ofPower(.95).minimumDetectable().orElseThrow() - half;

    assertThat((figures.high() + figures.low()) / 2).isCloseTo(figures.estimate(), within(1e-12));
    assertThat(figures.minimumDetectable().orElseThrow()).isCloseTo(half, within(1e-12));
    assertThat(mostly).isPositive();
    assertThat(nearlyAlways / mostly).isCloseTo(1.6448536 / 0.8416212, within(1e-6));
  }

  /** Figures with intervals of .95, as the significance is .05. */
  private static EffectAnalysis.Figures ofPower(double power) {
    var settings = new EffectSettings(null, null, null, 199, .05, power);
    return overall(SupportEffect.of(RESULTS, Map.of(), support(2022, 0, 5), settings, .95, 42))
        .figures()
        .orElseThrow();
  }

  @Test
  void findsWhatWasAddedToTheResultsOfSupportedSchools() {
    List<SchoolResult> raised = raised(RESULTS, 5, 2022, 2023, 2);

    var as = overall(analyses(support(2022, 0, 5))).figures().orElseThrow();
    var more = overall(analyses(raised, support(2022, 0, 5), settings())).figures().orElseThrow();

    assertThat(more.estimate() - as.estimate()).isBetween(1.999, 2.001);
    assertThat(more.permutationP().orElseThrow()).isLessThan(0.05);
    assertThat(more.low()).isGreaterThan(0);
  }

  @Test
  void orderOfRowsChangesNothing() {
    List<SchoolResult> results = new ArrayList<>(RESULTS);
    List<ReceivedSupport> support = new ArrayList<>(support(2022, 0, 5));
    List<EffectAnalysis> before = analyses(results, support, settings());
    Collections.shuffle(results, new Random(1));
    Collections.shuffle(support, new Random(2));

    assertThat(analyses(results, support, settings())).isEqualTo(before);
  }

  private String reason(List<ReceivedSupport> support) {
    EffectAnalysis only = analyses(support).get(0);
    assertThat(only.figures()).isEmpty();
    return InEnglish.of(only.conclusion());
  }

  private List<EffectAnalysis> analyses(List<ReceivedSupport> support) {
    return analyses(RESULTS, support, settings());
  }

  private List<EffectAnalysis> analyses(
      List<SchoolResult> results, List<ReceivedSupport> support, EffectSettings settings) {
    return SupportEffect.of(results, Map.of(), support, settings, 0.9, 42);
  }

  private static EffectSettings settings() {
    return new EffectSettings(null, null, null, 199, null, null);
  }

  private static EffectAnalysis overall(List<EffectAnalysis> analyses) {
    return analyses.get(0);
  }
}
