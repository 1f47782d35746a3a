package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.stats.CovariateChoice.Offer;
import io.levelfield.study.OutcomeSettings.Likeness;
import io.levelfield.testing.Schools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private static final List<String> SCHOOLS = List.of("a", "b", "c", "d", "e", "f");
  private static final double[] INDEX = {-1, 0, 4};

  @Test
  void sizeCountsByItsLogarithm() {
    List<Offer> offers = of(List.of(), Likeness.SIZE).offers(tallies());

    assertThat(offers).extracting(Offer::name).containsExactly("size");
    double[] sizes = offers.get(0).forms().get(0)[0];
    assertThat(sizes[1] - sizes[0]).as("20 and 10").isCloseTo(Math.log(2), within(1e-12));
    assertThat(sizes[5] - sizes[0]).as("60 and 10").isCloseTo(Math.log(6), within(1e-12));
  }

  @Test
  void settlementsAreGroupsOfSchools() {
    List<Offer> offers = of(List.of(), Likeness.SETTLEMENT).offers(tallies());

    assertThat(offers).extracting(Offer::name).containsExactly("settlement");
    assertThat(offers.get(0).forms().get(0)).hasDimensions(1, SCHOOLS.size());
    double[] group = offers.get(0).forms().get(0)[0];
    assertThat(Math.abs(group[3] - group[0])).as("town and village").isEqualTo(1);
    assertThat(group[1] - group[0]).as("two of the town").isZero();
  }

  @Test
  void aSchoolOfUnknownIndexHasTheMeanOfOthers() {
    List<Offer> offers = of(scores(3), Likeness.INDEX).offers(tallies());

    assertThat(offers).extracting(Offer::name).containsExactly("index");
    double[] index = offers.get(0).forms().get(0)[0];
    assertThat(index).containsExactly(new double[] {-2, -1, 3, 0, 0, 0}, within(1e-12));
  }

  @Test
  void theIndexIsNotUsedWhereFewerThanHalfHaveOne() {
    assertThat(of(scores(2), Likeness.INDEX).offers(tallies())).isEmpty();
    assertThat(of(List.of(), Likeness.INDEX).offers(tallies())).isEmpty();
  }

  @Test
  void theIndexIsThatOfTheNewestYearUpToTheResult() {
    List<ContextScore> scores = new ArrayList<>();
    for (ContextScore score : scores(3)) {
      scores.add(score(score.schoolId(), 2016, 7));
      scores.add(score);
      scores.add(score(score.schoolId(), 2030, 9 * score.index()));
    }

    double[] index = of(scores, Likeness.INDEX).offers(tallies()).get(0).forms().get(0)[0];
    assertThat(index).containsExactly(new double[] {-2, -1, 3, 0, 0, 0}, within(1e-12));
  }

  @Test
  void nothingIsOfferedOfNoSchools() {
    assertThat(of(scores(3), Likeness.values()).offers(List.of())).isEmpty();
    assertThat(Circumstances.UNKNOWN.bySize()).isTrue();
    assertThat(of(List.of(), Likeness.INDEX).bySize()).isFalse();
  }

  private static Circumstances of(List<ContextScore> scores, Likeness... wanted) {
    List<School> schools = new ArrayList<>();
    for (int i = 0; i < SCHOOLS.size(); i++) {
      schools.add(Schools.settled(SCHOOLS.get(i), i < 3 ? "urban" : "rural"));
    }
    return new Circumstances(schools, scores, List.of(wanted));
  }

  private static List<ContextScore> scores(int known) {
    List<ContextScore> scores = new ArrayList<>();
    for (int i = 0; i < known; i++) {
      scores.add(score(SCHOOLS.get(i), 2018, INDEX[i]));
    }
    return scores;
  }

  private static ContextScore score(String school, int year, double index) {
    return new ContextScore(school, year, index, 1, Map.of(), 1, 0, Map.of());
  }

  /** Results of 10, 20, … 60 participants. */
  private static List<ResultTally> tallies() {
    List<ResultTally> tallies = new ArrayList<>();
    for (int i = 0; i < SCHOOLS.size(); i++) {
      tallies.add(
          new ResultTally(
              new TallyKey(SCHOOLS.get(i), new Measure(2018, "ЕГЭ", "maths", "11")),
              OptionalLong.of(10L * (i + 1)),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalDouble.of(50),
              OptionalDouble.of(10),
              new ScoreHistogram()));
    }
    return tallies;
  }
}
