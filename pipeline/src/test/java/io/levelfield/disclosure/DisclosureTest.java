package io.levelfield.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.disclosure.LinearAttack.Bounds;
import io.levelfield.model.disclosure.PublicIndicator;
import io.levelfield.model.disclosure.PublicMeasure;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.model.disclosure.PublicRow.Figure;
import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.Span;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.IndicatorValue.Status;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.model.text.Message;
import io.levelfield.study.PublicSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final Measure EXAM = new Measure(2018, "ЕГЭ", "математика", "11");
  private static final double MINIMUM = 27;
  private static final PublicSettings SETTINGS = PublicSettings.defaults();

  /** A school where so many of its pupils are below the minimum. */
  private static ResultTally school(String id, int pupils, int below) {
    return school(id, EXAM, pupils, below);
  }

  /** Half of those below have 10 points, the others 25; half of those above have 40, others 80. */
  private static ResultTally school(String id, Measure measure, int pupils, int below) {
    int above = pupils - below;
    return school(
        new TallyKey(id, measure),
        ScoreHistogram.of(
            new double[] {10, 25, 40, 80},
            new int[] {below / 2, below - below / 2, above / 2, above - above / 2}));
  }

  private static ResultTally school(TallyKey key, ScoreHistogram scores) {
    return ResultTally.ofPupils(
        key, scores, OptionalLong.of(scores.below(MINIMUM)), OptionalLong.empty());
  }

  private static StudyData data(ResultTally... tallies) {
    return data(List.of(tallies));
  }

  private static StudyData data(List<ResultTally> tallies) {
    return new StudyData(
        List.of(),
        tallies,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(EXAM, MINIMUM),
        Map.of(),
        SupportData.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  private static PublicMeasure published(ResultTally... tallies) {
    return published(Publication.NONE, tallies).measures().get(0);
  }

  private static Publication published(Publication earlier, ResultTally... tallies) {
    return Disclosure.of(data(tallies), List.of(), SETTINGS, earlier);
  }

  private static PublicRow row(PublicMeasure measure, String who) {
    return measure.rows().stream().filter(row -> row.who().equals(who)).findFirst().orElseThrow();
  }

  @Test
  void fewAreNeverToldFromNone() {
    PublicMeasure one =
        published(school("a", 40, 0), school("b", 40, 4), school("c", 40, 8), school("d", 40, 38));

    assertThat(row(one, "a").shareAtMost()).isEqualTo(row(one, "b").shareAtMost()).hasValue(0.1);
    assertThat(row(one, "a").below()).isEmpty();
    assertThat(row(one, "a").hidden()).contains(Figure.BELOW_MINIMUM);
    assertThat(row(one, "d").shareAtLeast()).hasValue(0.9);
    assertThat(row(one, "c").below()).hasValue(8);
    assertThat(row(one, "c").hidden()).isEmpty();
  }

  @Test
  void smallSchoolsAreShownOnlyTogether() {
    PublicMeasure one = published(school("a", 9, 5), school("b", 4, 1), school("c", 40, 8));

    for (String small : List.of("a", "b")) {
      assertThat(row(one, small)).isEqualTo(PublicRow.hidden(small, 1, Set.of(Figure.values())));
    }
    assertThat(row(one, PublicRow.OTHERS).participants()).hasValue(13);
    assertThat(row(one, PublicRow.OTHERS).below()).hasValue(6);
    assertThat(row(one, PublicRow.OTHERS).schools()).isEqualTo(2);
    assertThat(row(one, PublicRow.ALL).participants()).hasValue(53);
    assertThat(row(one, PublicRow.ALL).below()).hasValue(14);
  }

  /** All less those shown would be the one that is not. */
  @Test
  void oneSmallSchoolTakesTheNextSmallestWithIt() {
    PublicMeasure one = published(school("a", 3, 1), school("b", 40, 9), school("c", 25, 6));

    assertThat(row(one, "c").participants()).isEmpty();
    assertThat(row(one, PublicRow.OTHERS).participants()).hasValue(28);
    assertThat(row(one, "b").participants()).hasValue(40);
  }

  /** Ten schools with a pupil each leave nothing open. */
  @Test
  void schoolsTogetherLeaveOpenWhoHasHowMany() {
    List<ResultTally> schools = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      schools.add(school("a" + i, 1, 0));
    }
    schools.add(school("b", 30, 8));
    schools.add(school("c", 60, 9));
    PublicMeasure one =
        Disclosure.of(data(schools), List.of(), SETTINGS, Publication.NONE).measures().get(0);

    assertThat(row(one, PublicRow.OTHERS).participants()).hasValue(40);
  }

  /** 18 of two schools that are both below 10 is 9 and 9. */
  @Test
  void schoolsTogetherDoNotTellThatEachIsAsLargeAsASmallOneCanBe() {
    PublicMeasure one =
        published(school("a", 9, 2), school("b", 9, 3), school("c", 30, 8), school("d", 40, 9));

    assertThat(row(one, PublicRow.OTHERS).participants()).hasValue(48);
    assertThat(row(one, "c").participants()).isEmpty();
  }

  @Test
  void aMeasureWithTooFewParticipantsIsWithheldAndSaid() {
    Publication all = published(Publication.NONE, school("a", 3, 1));

    assertThat(all.measures().get(0).rows())
        .allSatisfy(row -> assertThat(row.participants()).isEmpty())
        .allSatisfy(row -> assertThat(row.hidden()).hasSize(3));
    assertThat(all.notes()).extracting(Message::code).containsExactly("disclosure.withheld");
  }

  /** 44 less 12 and 30 would be the one hidden count; the one of most pupils leaves most open. */
  @Test
  void aCountIsHiddenForTheSakeOfAnother() {
    PublicMeasure one = published(school("a", 40, 2), school("b", 60, 12), school("c", 90, 30));

    PublicRow complement = row(one, "c");
    assertThat(complement.below()).isEmpty();
    assertThat(complement.shareAtMost()).isEmpty();
    assertThat(complement.hidden()).containsExactly(Figure.BELOW_MINIMUM);
    assertThat(row(one, "b").below()).hasValue(12);
    assertThat(row(one, PublicRow.ALL).below()).hasValue(44);
  }

  @Test
  void theTotalIsHiddenWhereNoOtherCountCanMakeUpForTheHiddenOne() {
    PublicMeasure one = published(school("a", 40, 2), school("b", 40, 5));

    assertThat(row(one, "b").below()).hasValue(5);
    assertThat(row(one, PublicRow.ALL).below()).isEmpty();
    assertThat(row(one, PublicRow.ALL).hidden()).contains(Figure.BELOW_MINIMUM);
  }

  /** All have 80 points, the highest there is: nobody is below, which is hidden. */
  @Test
  void aMeanThatTellsTheCountIsHidden() {
    ResultTally best =
        school(new TallyKey("a", EXAM), ScoreHistogram.of(new double[] {80}, new int[] {40}));
    PublicMeasure one =
        published(best, school("b", 60, 12), school("c", 90, 30), school("d", 40, 4));

    assertThat(row(one, "a").mean()).isEmpty();
    assertThat(row(one, "a").hidden()).contains(Figure.MEAN);
    assertThat(row(one, "c").mean()).hasValue(45.83);
    assertThat(row(one, PublicRow.ALL).meanOf()).hasValue(190);
  }

  @Test
  void anAttackOnCountsHiddenWithoutTheirComplementSucceeds() {
    StudyData data = data(school("a", 40, 2), school("b", 60, 12), school("c", 90, 30));
    PublicMeasure careful = published(data.tallies().toArray(ResultTally[]::new));
    PublicRow complement = row(careful, "c");
    PublicMeasure careless =
        new PublicMeasure(
            EXAM,
            careful.rows().stream()
                .map(
                    row ->
                        row.equals(complement)
                            ? new PublicRow(
                                "c",
                                1,
                                row.participants(),
                                OptionalLong.of(30),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                row.mean(),
                                row.meanOf(),
                                Set.of())
                            : row)
                .toList());

    Optional<OccurredScores> scale = AttackedDistrict.scale(data, EXAM, data.tallies());
    Bounds broken = LinearAttack.on(careless, SETTINGS, scale, who -> false).get(0);
    Bounds held = LinearAttack.on(careful, SETTINGS, scale, who -> false).get(0);

    assertThat(broken.who()).isEqualTo("a");
    assertThat(broken.low()).isCloseTo(2, within(1e-6));
    assertThat(broken.width()).isLessThan(1e-6);
    assertThat(held.width()).isGreaterThan(3.999);
  }

  @Test
  void whatWasPublishedStaysThoughTheDataChange() {
    Publication first = published(Publication.NONE, school("a", 25, 6), school("b", 30, 9));
    Publication second = published(first, school("a", 26, 7), school("b", 30, 9));

    assertThat(second.measures()).isEqualTo(first.measures());
    assertThat(second.notes()).extracting(Message::code).containsExactly("disclosure.kept");
    assertThat(published(first, school("a", 25, 6), school("b", 30, 9)).notes()).isEmpty();
  }

  @Test
  void aLooserRuleShowsNothingThatWasHidden() {
    ResultTally[] schools = {school("a", 7, 3), school("b", 30, 9), school("c", 9, 3)};
    Publication first = published(Publication.NONE, schools);
    Publication second = Disclosure.of(data(schools), List.of(), new PublicSettings(3, 2), first);

    assertThat(second.measures()).isEqualTo(first.measures());
  }

  @Test
  void whatWasPublishedStaysThoughTheInputsHaveItNoMore() {
    Publication first = published(Publication.NONE, school("a", 25, 6), school("b", 30, 9));
    Measure other = new Measure(2019, "ЕГЭ", "математика", "11");
    Publication second = published(first, school("a", other, 25, 6));

    assertThat(second.measures()).contains(first.measures().get(0)).hasSize(2);
  }

  @Test
  void orderOfSchoolsChangesNothing() {
    List<ResultTally> schools =
        new ArrayList<>(
            List.of(
                school("a", 40, 2),
                school("b", 60, 12),
                school("c", 60, 12),
                school("d", 5, 1),
                school("e", 5, 2)));
    Publication one = Disclosure.of(data(schools), List.of(), SETTINGS, Publication.NONE);
    Collections.reverse(schools);

    assertThat(Disclosure.of(data(schools), List.of(), SETTINGS, Publication.NONE)).isEqualTo(one);
  }

  /**
   * The source hides a count and the study takes its middle: that is nobody's number to publish.
   */
  @Test
  void whatTheSourceHidIsNotPublished() {
    ResultTally full = school("a", 40, 8);
    var guessed =
        new ResultTally(
            full.key(),
            full.participants(),
            full.enrolled(),
            full.belowMinimum(),
            full.top(),
            full.mean(),
            full.sd(),
            full.scores(),
            Optional.of(new Span(5, 11)),
            Optional.empty());
    PublicMeasure one = published(guessed, school("b", 40, 9));

    assertThat(row(one, "a").below()).isEmpty();
    assertThat(row(one, PublicRow.ALL).below()).isEmpty();
    assertThat(row(one, "b").below()).hasValue(9);
  }

  @Test
  void indicatorsOfPeopleAreSharesWithinTheirRules() {
    assertThat(indicator(ProgrammeIndicator.RISK_GROUP, 2, 60).atMost()).hasValue(0.1);
    assertThat(indicator(ProgrammeIndicator.RISK_GROUP, 2, 60).status()).isEmpty();
    assertThat(indicator(ProgrammeIndicator.GREW, 58, 60).atLeast()).hasValue(0.9);
    assertThat(indicator(ProgrammeIndicator.TRAINED, 5, 9).hidden()).isTrue();
    assertThat(indicator(ProgrammeIndicator.TRAINED, 5, 9).atMost()).isEmpty();
    assertThat(indicator(ProgrammeIndicator.TRAINED, 20, 60).value()).hasValue(0.33);
    assertThat(indicator(ProgrammeIndicator.NETWORK, 1, 24).value()).hasValue(1.0 / 24);
  }

  private static PublicIndicator indicator(ProgrammeIndicator which, long count, long of) {
    var figure =
        new IndicatorValue.Figure(count, of, OptionalDouble.empty(), OptionalDouble.empty(), 1);
    var value =
        new IndicatorValue(
            which,
            2018,
            Optional.of(figure),
            OptionalDouble.of(0.5),
            Status.MET,
            Message.of("indicator.no-staff"));
    return Disclosure.of(data(school("a", 25, 6)), List.of(value), SETTINGS, Publication.NONE)
        .indicators()
        .get(0);
  }
}
