package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.testing.InEnglish;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OutcomeSettingsTest {

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
            new OutcomeSettings(7, null, null, null, null, null, null, OptionalInt.empty())
                .poolYearsSmall())
        .isEqualTo(7);
    assertThatThrownBy(
            () -> new OutcomeSettings(3, 2, null, null, null, null, null, OptionalInt.empty()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("pool_years_small")
        .contains("not 2");
  }

  @Test
  void sharesAreNoPercentages() {
    assertThatThrownBy(
            () ->
                new OutcomeSettings(null, null, null, 30.0, null, null, null, OptionalInt.empty()))
        .extracting(InEnglish::told)
        .asString()
        .contains("share_threshold")
        .contains("not 30.0");
    assertThatThrownBy(
            () ->
                new OutcomeSettings(null, null, null, null, 90.0, null, null, OptionalInt.empty()))
        .extracting(InEnglish::told)
        .asString()
        .contains("confidence")
        .contains("not 90.0");
  }
}
