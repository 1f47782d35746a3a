package io.levelfield.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexChange;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.School;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.Schools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContextIndexTest {
  /** poor: mean 20, deviation 10; books: mean 2, deviation 1. */
  private static final List<Passport> COMPLETE =
      List.of(passport("a", 2018, 10, 3), passport("b", 2018, 20, 2), passport("c", 2018, 30, 1));

  @Test
  void meanOfOrientedScoresIsHigherWhereContextIsMoreFavourable() {
    List<ContextScore> scores = scores(COMPLETE);

    assertThat(scores).extracting(ContextScore::index).containsExactly(1.0, 0.0, -1.0);
    assertThat(scores).extracting(ContextScore::rank).containsExactly(1.0, 2.0, 3.0);
    assertThat(scores.get(0).contributions()).isEqualTo(Map.of("poor", 0.5, "books", 0.5));
  }

  @Test
  void expertWeightsWeighTheIndicators() {
    List<ContextScore> scores =
        scores(
            List.of(
                passport("a", 2018, 10, 1), passport("b", 2018, 20, 2), passport("c", 2018, 30, 3)),
            "context_index.weights=expert",
            "context_index.indicators.poor.weight=3");

    // 3/4 of 1 and 1/4 of -1.
    assertThat(scores.get(0).index()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void schoolsThatAreAlikeShareTheirRank() {
    List<ContextScore> scores =
        scores(
            List.of(
                passport("a", 2018, 10, 3),
                passport("b", 2018, 10, 3),
                passport("c", 2018, 30, 1)));

    assertThat(scores).extracting(ContextScore::rank).containsExactly(1.5, 1.5, 3.0);
  }

  @Test
  void knownIndicatorsStandInForAGap() {
    List<Passport> passports = new ArrayList<>(COMPLETE);
    passports.add(new Passport("d", 2018, Map.of("poor", 20.0)));

    ContextScore gap = scores(passports, "context_index.missing.at_least=0.5").get(3);

    assertThat(gap.indicatorsUsed()).isEqualTo(1);
    assertThat(gap.imputed()).isZero();
    assertThat(gap.contributions()).containsOnlyKeys("poor");
    assertThat(gap.index()).isCloseTo(gap.contributions().get("poor"), within(1e-12));
  }

  @Test
  void aGapTakesTheMedianOfSchoolsOfItsSettlement() {
    List<Passport> passports =
        List.of(
            passport("a", 2018, 10, 3),
            passport("b", 2018, 20, 2),
            passport("c", 2018, 30, 1),
            passport("e", 2018, 40, 9),
            new Passport("d", 2018, Map.of("poor", 20.0)));
    List<School> schools =
        List.of(
            Schools.settled("a", "rural"),
            Schools.settled("b", "rural"),
            Schools.settled("c", "rural"),
            Schools.settled("d", "rural"),
            Schools.settled("e", "urban"));

    var result =
        ContextIndex.compute(
            settings("context_index.missing={at_least: 0.5, impute: group_median}"),
            passports,
            schools,
            List.of(),
            1);

    ContextScore filled = score(result.scores(), "d");
    assertThat(filled.imputed()).isEqualTo(1);
    // Like school b, which has poor 20 and the rural median of books, 2.
    assertThat(filled.index()).isCloseTo(score(result.scores(), "b").index(), within(1e-12));
  }

  @Test
  void passportsThatKnowTooLittleHaveNoIndex() {
    List<Passport> passports = new ArrayList<>(COMPLETE);
    passports.add(new Passport("d", 2018, Map.of("poor", 20.0)));

    var result = ContextIndex.compute(settings(), passports, List.of(), List.of(), 1);

    assertThat(result.scores()).extracting(ContextScore::schoolId).containsExactly("a", "b", "c");
    assertThat(InEnglish.of(result.notes()))
        .containsExactly(
            "1 of 4 passports know fewer than 0.67 of the indicators and have no index");
  }

  @Test
  void schoolsJudgedByAnOlderPassportAreNamed() {
    List<Passport> passports = new ArrayList<>(COMPLETE);
    passports.add(passport("d", 2017, 20, 3));
    passports.add(new Passport("d", 2018, Map.of("poor", 20.0)));

    var result = ContextIndex.compute(settings(), passports, List.of(), List.of(), 1);

    assertThat(InEnglish.of(result.notes()))
        .contains(
            "1 schools have no passport of 2018 with enough indicators and are judged by an older"
                + " one: d (2017)");
  }

  @Test
  void theBaseYearFixesTheScale() {
    List<Passport> passports =
        List.of(
            passport("a", 2017, 110, 3),
            passport("a", 2018, 10, 3),
            passport("b", 2017, 120, 2),
            passport("b", 2018, 20, 2),
            passport("c", 2017, 130, 1),
            passport("c", 2018, 30, 1));

    assertThat(score(scores(passports), "b").index())
        .as("2017 on the scale of 2018: poor stands 10 deviations off")
        .isCloseTo(-5, within(1e-12));
    assertThat(score(scores(passports, "context_index.base_year=2017"), "b").index())
        .isCloseTo(0, within(1e-12));
    assertThat(scores(passports))
        .extracting(ContextScore::rank)
        .as("ranks are within a year")
        .containsExactly(1.0, 1.0, 2.0, 2.0, 3.0, 3.0);
  }

  @Test
  void onePassportOfALaterYearMovesNobody() {
    List<Passport> passports = new ArrayList<>(COMPLETE);
    passports.add(passport("c", 2031, 300, 1));

    var index = ContextIndex.compute(settings(), passports, List.of(), List.of(), 1);

    assertThat(score(index.scores(), "b").index()).isEqualTo(score(scores(COMPLETE), "b").index());
    assertThat(InEnglish.of(index.notes()))
        .anySatisfy(note -> assertThat(note).contains("newer than 2018", "school c for 2031"));
  }

  @Test
  void twoOfThreeIndicatorsAreTwoThirds() {
    var three =
        IndexStudy.settings(
            new TreeMap<>(Map.of("a", "favourable", "b", "favourable", "c", "favourable")));
    double[][] rows = {
      {1, 2, 3}, {2, 1, 5}, {4, 2, 1}, {3, 2, Double.NaN}, {3, Double.NaN, Double.NaN}
    };
    List<Passport> passports =
        IndexStudy.passports(List.of("1", "2", "3", "two", "one"), List.of("a", "b", "c"), rows);

    var index = ContextIndex.compute(three, passports, List.of(), List.of(), 1);

    assertThat(index.scores())
        .extracting(ContextScore::schoolId)
        .containsExactlyInAnyOrder("1", "2", "3", "two");
  }

  /** Poor rose by one deviation and books by half of one, each with half of the weight. */
  @Test
  void theChangeOfTheIndexIsTakenApartByIndicator() {
    List<Passport> passports = new ArrayList<>();
    passports.add(passport("a", 2017, 0, 2.5));
    passports.addAll(COMPLETE);

    List<IndexChange> changes =
        ContextIndex.compute(settings(), passports, List.of(), List.of(), 1).changes();

    assertThat(changes).hasSize(1);
    IndexChange change = changes.get(0);
    assertThat(change.schoolId()).isEqualTo("a");
    assertThat(change.fromYear()).isEqualTo(2017);
    assertThat(change.year()).isEqualTo(2018);
    assertThat(change.due().get("poor")).isCloseTo(-0.5, within(1e-12));
    assertThat(change.due().get("books")).isCloseTo(0.25, within(1e-12));
    assertThat(change.change()).isCloseTo(-0.25, within(1e-12));
    assertThat(change.shares().get("poor")).isCloseTo(-2 / 3.0, within(1e-12));
    assertThat(change.shares().get("books")).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void refusesAnIndicatorThatIsTheSameEverywhere() {
    List<Passport> passports = List.of(passport("a", 2018, 10, 3), passport("b", 2018, 10, 2));

    assertThatThrownBy(() -> scores(passports))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "context_index.indicators.poor: the same (10) in all 2 schools, so it tells nothing;"
                + " leave the indicator out");
  }

  @Test
  void refusesTooFewSchools() {
    assertThatThrownBy(() -> scores(COMPLETE.subList(0, 1)))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("context_index: only 1 schools know at least 0.67");
  }

  @Test
  void leavesOutAVariantThatCannotBeComputedButNotTheHeadline() {
    List<Passport> two = COMPLETE.subList(0, 2);

    var result =
        ContextIndex.compute(
            settings("context_index.variants=[pca]"), two, List.of(), List.of(), 1);

    assertThat(InEnglish.of(result.notes()))
        .singleElement()
        .asString()
        .startsWith("variant left out: ");
    assertThatThrownBy(() -> scores(two, "context_index.weights=pca"))
        .isInstanceOf(InputsRefused.class);
  }

  private static List<ContextScore> scores(List<Passport> passports, String... overrides) {
    return ContextIndex.compute(settings(overrides), passports, List.of(), List.of(), 1).scores();
  }

  private static ContextScore score(List<ContextScore> scores, String school) {
    return scores.stream().filter(s -> s.schoolId().equals(school)).findFirst().orElseThrow();
  }

  private static ContextIndexSettings settings(String... overrides) {
    String study =
        """
        study: tiny
        inputs:
          results:
            - {path: r, shape: means, columns: {school_id: s, mean: m}, constants: {year: 2018}}
          context:
            - {path: c, columns: {school_id: s, year: y}}
        context_index:
          indicators:
            poor: {direction: unfavourable}
            books: {direction: favourable}
        """;
    return StudyLoader.parse(study, List.of(overrides)).contextIndex().orElseThrow();
  }

  private static Passport passport(String school, int year, double poor, double books) {
    return new Passport(school, year, Map.of("poor", poor, "books", books));
  }
}
