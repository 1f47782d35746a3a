package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.input.Measure;
import io.levelfield.testing.InEnglish;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OutcomeSettingsTest {
  private static final String STUDY =
      """
      study: s
      inputs: {results: [{path: r, shape: pupils, columns: {school_id: i, year: y, score: s}}]}
      """;

  @Test
  void defaultsPoolSmallSchoolsOverMoreYears() {
    OutcomeSettings settings = OutcomeSettings.defaults();

    assertThat(settings.poolYears()).isEqualTo(3);
    assertThat(settings.poolYearsSmall()).isEqualTo(5);
    assertThat(settings.smallSchool()).isEqualTo(10);
    assertThat(settings.shareThreshold()).isEqualTo(.30);
    assertThat(settings.confidence()).isEqualTo(.90);
  }

  @Test
  void smallSchoolsAreNeverPooledOverFewerYears() {
    assertThat(
            new OutcomeSettings(
                    7, null, null, null, null, null, null, null, OptionalInt.empty(), null, null)
                .poolYearsSmall())
        .isEqualTo(7);
    assertThatThrownBy(
            () ->
                new OutcomeSettings(
                    3, 2, null, null, null, null, null, null, OptionalInt.empty(), null, null))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("pool_years_small")
        .contains("not 2");
  }

  @Test
  void namesExaminations() {
    OutcomeSettings settings =
        StudyLoader.parse(
                STUDY
                    + "outcome: {compulsory: [{procedure: ЕГЭ, subject: maths}], within_sd:"
                    + " [{year: 2018, sd: 12}]}",
                List.of())
            .outcome();

    assertThat(settings.compulsory().get(0).fits(new Measure(2017, "ЕГЭ", "maths", "11"))).isTrue();
    assertThat(settings.compulsory().get(0).fits(new Measure(2017, "ОГЭ", "maths", "9"))).isFalse();
    assertThat(settings.withinSd().get(0).fits(new Measure(2018, "ОГЭ", "maths", "9"))).isTrue();
    assertThat(settings.withinSd().get(0).fits(new Measure(2017, "ОГЭ", "maths", "9"))).isFalse();
  }

  @Test
  void examinationsAreNamedAndSpreadsAboveZero() {
    assertThatThrownBy(() -> StudyLoader.parse(STUDY + "outcome: {compulsory: [{}]}", List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("outcome.compulsory[0]")
        .contains("at least one of procedure, subject and grade");
    assertThatThrownBy(
            () -> StudyLoader.parse(STUDY + "outcome: {within_sd: [{sd: 0}]}", List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("outcome.within_sd[0].sd");
  }

  @Test
  void sharesAreNoPercentages() {
    assertThatThrownBy(
            () ->
                new OutcomeSettings(
                    null,
                    null,
                    null,
                    30.0,
                    null,
                    null,
                    null,
                    null,
                    OptionalInt.empty(),
                    null,
                    null))
        .extracting(InEnglish::told)
        .asString()
        .contains("share_threshold")
        .contains("not 30.0");
    assertThatThrownBy(
            () ->
                new OutcomeSettings(
                    null,
                    null,
                    null,
                    null,
                    90.0,
                    null,
                    null,
                    null,
                    OptionalInt.empty(),
                    null,
                    null))
        .extracting(InEnglish::told)
        .asString()
        .contains("confidence")
        .contains("not 90.0");
  }
}
