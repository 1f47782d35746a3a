package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Who is helped first. */
class HelpOrderTest {
  private final District district = new District();

  private static Identification borne(String school, Label label, Strength strength) {
    return found(school, label, true, Optional.of(strength));
  }

  private static Identification found(
      String school, Label label, boolean flag, Optional<Strength> strength) {
    return new Identification(
        school,
        label,
        true,
        flag,
        strength.isPresent() ? OptionalDouble.of(0.5) : OptionalDouble.empty(),
        strength,
        false,
        List.of(),
        List.of(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private List<NeedOfHelp> help(Identification... found) {
    return HelpOrder.of(List.of(found), district.evidence());
  }

  private List<String> order(Identification... found) {
    return help(found).stream().map(NeedOfHelp::schoolId).toList();
  }

  @Test
  void confirmedLabelsGoBeforeLikelyAndTheseBeforeWeakOnes() {
    assertThat(
            order(
                borne("a", Label.STABLY_LOW_RESULT, Strength.WEAK),
                borne("a", Label.LOW_RESULT, Strength.WEAK),
                borne("b", Label.STABLY_LOW_RESULT, Strength.LIKELY),
                borne("b", Label.LOW_RESULT, Strength.LIKELY),
                borne("c", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED)))
        .containsExactly("c", "b", "a");
  }

  @Test
  void ofLabelsAsSureMoreGoBeforeFewer() {
    assertThat(
            order(
                borne("a", Label.LOW_RESULT, Strength.CONFIRMED),
                borne("b", Label.LOW_RESULT, Strength.CONFIRMED),
                borne("b", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED),
                found("c", Label.LOW_RESULT, true, Optional.empty())))
        .containsExactly("b", "a", "c");
  }

  @Test
  void ofAsManyLabelsTheGraverGoesFirst() {
    assertThat(
            order(
                borne("a", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED),
                borne("b", Label.LOW_RESULT, Strength.CONFIRMED),
                borne("c", Label.STABLY_LOW_RESULT, Strength.CONFIRMED),
                borne("d", Label.CRISIS, Strength.CONFIRMED)))
        .containsExactly("d", "c", "b", "a");
  }

  @Test
  void ofTheSameLabelsTheLowerResultGoesFirstAndAnUnknownOneLast() {
    district.results("b", -1).results("c", -2).school("a");

    assertThat(
            order(
                borne("a", Label.LOW_RESULT, Strength.LIKELY),
                borne("b", Label.LOW_RESULT, Strength.LIKELY),
                borne("c", Label.LOW_RESULT, Strength.LIKELY)))
        .containsExactly("c", "b", "a");
  }

  @Test
  void whoDoesWellInUnfavourableConditionsNeedsNoHelpFirst() {
    assertThat(
            order(
                borne("a", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED),
                borne("a", Label.RESILIENT, Strength.CONFIRMED),
                borne("b", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED),
                borne("b", Label.HIGH_RESULT, Strength.LIKELY)))
        .isEmpty();
  }

  @Test
  void aGoodResultThatIsNotConfirmedExcusesNobody() {
    assertThat(
            order(
                borne("a", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED),
                found("a", Label.HIGH_RESULT, false, Optional.of(Strength.CONFIRMED))))
        .containsExactly("a");
  }

  @Test
  void aSchoolThatIsOnlyNearALabelOrOfATypeIsNotListed() {
    assertThat(
            order(
                found("a", Label.LOW_RESULT, false, Optional.of(Strength.LIKELY)),
                borne("b", Label.DEPRIVED_RURAL, Strength.CONFIRMED)))
        .isEmpty();
  }

  @Test
  void placesCountFromOneAndGroundsStandGravestFirst() {
    List<NeedOfHelp> help =
        help(
            borne("a", Label.LOW_RESULT, Strength.WEAK),
            borne("b", Label.LOW_RESULT, Strength.CONFIRMED),
            borne("b", Label.UNFAVOURABLE_CONTEXT, Strength.CONFIRMED),
            borne("b", Label.CRISIS, Strength.LIKELY));

    assertThat(help).extracting(NeedOfHelp::rank).containsExactly(1, 2);
    assertThat(help.get(0).grounds())
        .extracting(Identification::label)
        .containsExactly(Label.CRISIS, Label.LOW_RESULT, Label.UNFAVOURABLE_CONTEXT);
  }
}
