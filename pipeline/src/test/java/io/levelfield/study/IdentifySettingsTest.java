package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.identify.Label;
import io.levelfield.testing.InEnglish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifySettingsTest {
  private static final String STUDY =
      """
      study: tried
      inputs:
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: m}
            constants: {year: 2018, procedure: ЕГЭ, subject: математика}
      identify:
      """;

  private static IdentifySettings parse(String section) {
    return StudyLoader.parse(STUDY + "  " + section + "\n", List.of()).identify();
  }

  @Test
  void defaultsAreThePublishedRuleAndTheProposals() {
    IdentifySettings settings = IdentifySettings.defaults();

    assertThat(settings.lowResult()).isEqualTo(new IdentifySettings.LowResult(.30, 2, 2, 2, 3, 1));
    assertThat(settings.highResult()).isEqualTo(new IdentifySettings.HighResult(.75, .80, 2, 3));
    assertThat(settings.unfavourableContext())
        .isEqualTo(new IdentifySettings.UnfavourableContext(.25, .25, .50, 0.85));
    assertThat(settings.resilient()).isEqualTo(new IdentifySettings.Resilient(.33, .90, .50, 2, 3));
    assertThat(settings.strength()).isEqualTo(new IdentifySettings.Strength(.80, .50));
    assertThat(settings.policyShares()).containsExactly(.25, .30, .35);
    assertThat(settings.simulation())
        .isEqualTo(new IdentifySettings.Simulation(200, 3_000_000L, 10_000));
  }

  @Test
  void whatIsNotSaidKeepsItsDefault() {
    assertThat(parse("low_result: {share_below: 0.25}").lowResult())
        .isEqualTo(new IdentifySettings.LowResult(.25, 2, 2, 2, 3, 1));
  }

  @Test
  void aCrisisIsConfirmedFromAProbabilityOfItsOwn() {
    assertThat(parse("points: 0.05").confirmed(Label.CRISIS)).isEqualTo(.90);
    assertThat(parse("strength: {confirmed: 0.95}").confirmed(Label.CRISIS)).isEqualTo(.95);
    assertThat(parse("crisis: {confirmed: 0.8}").confirmed(Label.CRISIS)).isEqualTo(.80);
  }

  @Test
  void unfavourableConditionsAreConfirmedFromAProbabilityOfTheirOwn() {
    assertThat(parse("points: 0.05").confirmed(Label.UNFAVOURABLE_CONTEXT)).isEqualTo(.85);
    assertThat(parse("points: 0.05").confirmed(Label.LOW_RESULT)).isEqualTo(.80);
    assertThat(parse("strength: {confirmed: 0.9}").confirmed(Label.UNFAVOURABLE_CONTEXT))
        .isEqualTo(.9);
    assertThat(
            parse("unfavourable_context: {confirmed: 0.7}").confirmed(Label.UNFAVOURABLE_CONTEXT))
        .isEqualTo(.7);
  }

  @Test
  void saysFromWhereUnfavourableConditionsMayBeConfirmed() {
    assertThatThrownBy(() -> parse("unfavourable_context: {confirmed: 0.4}"))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .endsWith("at least 0.5 is expected, not 0.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "low_result: {share_below: 30}          | identify.low_result.share_below",
        "low_result: {procedures: 0}            | identify.low_result.procedures",
        "low_result: {years: 1}                 | identify.low_result.years",
        "low_result: {stable_years: 4}          | identify.low_result.stable_years",
        "low_result: {min_participants: 0}      | identify.low_result.min_participants",
        "unfavourable_context: {lowest: 1}      | identify.unfavourable_context.lowest",
        "unfavourable_context: {signs: 1.5}     | identify.unfavourable_context.signs",
        "unfavourable_context: {confirmed: 0.4} | identify.unfavourable_context.confirmed",
        "simulation: {districts: -1}            | identify.simulation.districts",
        "simulation: {most_results: 0}          | identify.simulation.most_results",
        "simulation: {most_schools: 0}          | identify.simulation.most_schools",
        "high_result: {percentile: 75}          | identify.high_result.percentile",
        "high_result: {years: 3, of: 2}         | identify.high_result.years",
        "resilient: {probability: 1}            | identify.resilient.probability",
        "crisis: {slope_years: 1}               | identify.crisis.slope_years",
        "crisis: {confirmed: 0.4}               | identify.crisis.confirmed",
        "reference: {group: region}             | identify.reference.group",
        "settlements: {rural: [x], urban: [x]}  | identify.settlements.urban",
        "small: {parallel_classes: -1}          | identify.small.parallel_classes",
        "hard_to_reach: {travel_minutes: -1}    | identify.hard_to_reach.travel_minutes",
        "high_deviance: {indicator: fights}     | identify.high_deviance.indicator",
        "strength: {likely: 0.9}                | identify.strength.likely",
        "points: 5                              | identify.points",
        "listed_from: 2                         | identify.listed_from",
        "policy_shares: [0.3, 30]               | identify.policy_shares[1]",
        "low_results: {}                        | identify"
      })
  void namesTheSettingAtFault(String section, String path) {
    assertThatThrownBy(() -> parse(section))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(path);
  }
}
