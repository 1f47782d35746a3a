package io.levelfield.support.risks;

import static io.levelfield.support.DistrictInNeed.HERE;
import static io.levelfield.support.DistrictInNeed.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.identify.Label;
import io.levelfield.model.support.RiskProfiles;
import io.levelfield.model.text.Message;
import io.levelfield.study.RiskSettings;
import io.levelfield.study.RiskSettings.Condition;
import io.levelfield.study.RiskSettings.Worse;
import io.levelfield.support.DistrictInNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RiskProfileTest {
  private static final RiskSettings DEFAULTS = settings(Map.of(), null);

  private final DistrictInNeed district = new DistrictInNeed();
  private final List<Message> notes = new ArrayList<>();

  @Test
  void withoutConditionsThereAreNoRisks() {
    schools(HERE, 3);

    assertThat(profiles(DEFAULTS)).isEqualTo(new RiskProfiles(List.of(), List.of()));
  }

  /** The share of the other schools that do better: all, two thirds, one third, none. */
  @Test
  void withoutCutsALevelIsSetBesideTheMunicipalitysOtherSchools() {
    schools(HERE, 4);
    scores("staffing", 1, 2, 3, 4);

    assertThat(levels(DEFAULTS))
        .containsExactly(
            "here1 staffing HIGH 1.00 of 4 place 1",
            "here2 staffing MEDIUM 0.67 of 4 place 1",
            "here3 staffing LOW 0.33 of 4",
            "here4 staffing LOW 0.00 of 4");
  }

  @Test
  void boundsBelongToTheHigherLevelAndEqualScoresAreNoBetter() {
    schools(HERE, 5);
    scores("staffing", 1, 2, 3, 3, 4);

    assertThat(levels(DEFAULTS))
        .containsExactly(
            "here1 staffing HIGH 1.00 of 5 place 1",
            "here2 staffing HIGH 0.75 of 5 place 1",
            "here3 staffing LOW 0.25 of 5",
            "here4 staffing LOW 0.25 of 5",
            "here5 staffing LOW 0.00 of 5");
  }

  @Test
  void schoolsOfASmallMunicipalityAreSetBesideAll() {
    schools(HERE, 4);
    scores("staffing", 1, 2, 3, 4);
    district.school("far", "there", 10).condition("far", YEAR, "staffing", 2.5);

    assertThat(levels(DEFAULTS))
        .contains("far staffing MEDIUM 0.50 of 5 place 1", "here1 staffing HIGH 1.00 of 4 place 1");
  }

  @Test
  void whereMoreIsWorseItIsTheOtherWayRound() {
    schools(HERE, 4);
    scores("turnover", 1, 2, 3, 4);
    var worse = new Condition(Worse.HIGHER, OptionalDouble.empty(), OptionalDouble.empty(), null);

    assertThat(levels(settings(Map.of("turnover", worse), null)))
        .contains("here1 turnover LOW 0.00 of 4", "here4 turnover HIGH 1.00 of 4 place 1");
  }

  @Test
  void cutsOfTheStudyAreTheirOwnLevels() {
    schools(HERE, 4);
    scores("staffing", 2, 2.5, 3, 3.5);
    scores("turnover", 40, 30, 20, 10);
    var low = new Condition(null, OptionalDouble.of(3), OptionalDouble.of(2), null);
    var high = new Condition(Worse.HIGHER, OptionalDouble.of(20), OptionalDouble.of(30), null);

    assertThat(levels(settings(Map.of("staffing", low, "turnover", high), null)))
        .containsExactly(
            "here1 staffing HIGH 1.00 of 4 cut place 1",
            "here1 turnover HIGH 1.00 of 4 cut place 2",
            "here2 staffing MEDIUM 0.67 of 4 cut place 2",
            "here2 turnover HIGH 0.67 of 4 cut place 1",
            "here3 staffing MEDIUM 0.33 of 4 cut place 1",
            "here3 turnover MEDIUM 0.33 of 4 cut place 2",
            "here4 staffing LOW 0.00 of 4 cut",
            "here4 turnover LOW 0.00 of 4 cut");
  }

  @Test
  void foremostAreThoseWithTheHighestLevelThenWithMostSchoolsBetter() {
    schools(HERE, 5);
    scores("a", 3, 1, 4, 5, 6); // MEDIUM or HIGH with three quarters better
    scores("b", 1, 2, 3, 4, 5);
    scores("c", 1, 2, 3, 4, 5);

    assertThat(levels(settings(Map.of(), 2)))
        .filteredOn(told -> told.startsWith("here1"))
        .containsExactly(
            "here1 a HIGH 0.75 of 5",
            "here1 b HIGH 1.00 of 5 place 1",
            "here1 c HIGH 1.00 of 5 place 2");
  }

  @Test
  void aYearThatFewerThanHalfTheSchoolsHaveToldIsLeftOut() {
    schools(HERE, 5);
    scores("staffing", 1, 2, 3, 4, 5);
    district
        .condition("here1", YEAR + 1, "staffing", 1)
        .condition("here2", YEAR + 1, "staffing", 2);

    RiskProfiles profiles = profiles(DEFAULTS);

    assertThat(profiles.risks()).allMatch(risk -> risk.year() == YEAR);
    assertThat(notes)
        .containsExactly(Message.of("risks.begun", "" + (YEAR + 1), 2, 5, Integer.toString(YEAR)));
    notes.clear();
    district.condition("here3", YEAR + 1, "staffing", 3);
    assertThat(profiles(DEFAULTS).risks()).anyMatch(risk -> risk.year() == YEAR + 1);
    assertThat(notes).isEmpty();
  }

  @Test
  void risksThatSeveralSchoolsInNeedHaveAreSharedInTheOrderOfTheirNeed() {
    schools(HERE, 8);
    scores("staffing", 1, 1, 1, 5, 5, 5, 5, 5);
    scores("discipline", 1, 1, 5, 5, 5, 5, 5, 5);
    scores("parents", 1, 5, 5, 5, 5, 5, 5, 1); // one of them needs help
    for (String id : List.of("here3", "here1", "here2")) {
      district.needsHelp(id, Label.LOW_RESULT);
    }
    district.condition("here1", YEAR + 1, "parents", 1); // after the judged year

    RiskProfiles profiles = profiles(settings(Map.of(), null, 0.6));

    assertThat(profiles.shared())
        .extracting(
            own -> own.year() + " " + own.condition() + " " + own.schools() + " of " + own.all())
        .containsExactly(
            YEAR + " staffing [here3, here1, here2] of 3",
            YEAR + " discipline [here1, here2] of 2");
  }

  private void schools(String municipality, int count) {
    for (int i = 1; i <= count; i++) {
      district.school(municipality + i, municipality, 10);
    }
  }

  private void scores(String condition, double... scores) {
    for (int i = 0; i < scores.length; i++) {
      district.condition(HERE + (i + 1), YEAR, condition, scores[i]);
    }
  }

  private static RiskSettings settings(Map<String, Condition> conditions, Integer foremost) {
    return settings(conditions, foremost, null);
  }

  private static RiskSettings settings(
      Map<String, Condition> conditions, Integer foremost, Double highFrom) {
    return new RiskSettings(conditions, highFrom, null, null, foremost);
  }

  private RiskProfiles profiles(RiskSettings settings) {
    return RiskProfile.of(district.basis(), settings, notes::add);
  }

  private List<String> levels(RiskSettings settings) {
    return profiles(settings).risks().stream()
        .map(
            own ->
                "%s %s %s %.2f of %d%s%s"
                    .formatted(
                        own.schoolId(),
                        own.condition(),
                        own.level(),
                        own.better(),
                        own.beside(),
                        own.cut() ? " cut" : "",
                        own.place().isPresent() ? " place " + own.place().getAsInt() : ""))
        .toList();
  }
}
