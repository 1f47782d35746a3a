package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.testing.InEnglish;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StandardisedResultsTest {
  private static final Measure MATHS = new Measure(2018, "ЕГЭ", "maths", "");
  private static final Measure RUSSIAN = new Measure(2018, "ЕГЭ", "russian", "");

  /** Scores 40, 60 and 50, 70: mean 55, squared deviations 225 + 25 + 25 + 225 = 500. */
  private static final List<ResultTally> PUPILS =
      List.of(pupils("a", MATHS, 40, 60), pupils("b", MATHS, 50, 70));

  private static final double SD_OF_PUPILS = Math.sqrt(500 / 3.0);

  @Test
  void standardisesByTheSpreadOfAllPupilsWhereItIsKnown() {
    var standardised = StandardisedResults.of(PUPILS);

    assertThat(z(standardised, 0)).isCloseTo(-5 / SD_OF_PUPILS, within(1e-12));
    assertThat(z(standardised, 1)).isCloseTo(5 / SD_OF_PUPILS, within(1e-12));
    assertThat(InEnglish.of(standardised.notes())).isEmpty();
  }

  @Test
  void publishedMeansWithSpreadGiveTheSameAsTheirPupils() {
    double sd = Math.sqrt(200);

    var standardised =
        StandardisedResults.of(List.of(means("a", MATHS, 2, 50, sd), means("b", MATHS, 2, 60, sd)));

    assertThat(z(standardised, 1)).isCloseTo(5 / SD_OF_PUPILS, within(1e-12));
  }

  @Test
  void oneMeasureWithoutSpreadPutsAllOnTheScaleOfSchools() {
    var standardised =
        StandardisedResults.of(
            List.of(
                PUPILS.get(0),
                means("a", RUSSIAN, 10, 50, -1),
                PUPILS.get(1),
                means("b", RUSSIAN, 30, 70, -1)));

    // Two schools stand one half of sqrt(2) deviations from their mean, whatever their size.
    assertThat(z(standardised, 0)).isCloseTo(-Math.sqrt(0.5), within(1e-12));
    assertThat(z(standardised, 1)).isCloseTo(-Math.sqrt(0.5), within(1e-12));
    assertThat(InEnglish.of(standardised.notes()))
        .containsExactly(
            "the spread among pupils is not known everywhere: z-scores are in standard deviations"
                + " of schools' means");
  }

  @Test
  void countsAloneAreStandardisedByTheShareThatPassed() {
    // 8 of 10 and 2 of 10 passed: 10 of 20 in all, a spread of sqrt(20 * .5 * .5 / 19).
    var standardised =
        StandardisedResults.of(List.of(counts("a", MATHS, 10, 2), counts("b", MATHS, 10, 8)));

    assertThat(z(standardised, 0)).isCloseTo(0.3 / Math.sqrt(5 / 19.0), within(1e-12));
  }

  @Test
  void leavesOutAMeasureThatDoesNotTellSchoolsApart() {
    var standardised =
        StandardisedResults.of(
            List.of(
                PUPILS.get(0),
                pupils("a", RUSSIAN, 30, 70),
                PUPILS.get(1),
                pupils("b", RUSSIAN, 50, 50)));

    assertThat(standardised.estimates())
        .extracting(e -> e.z().isPresent())
        .containsExactly(true, false, true, false);
    assertThat(InEnglish.of(standardised.notes()))
        .containsExactly("2018 ЕГЭ russian does not tell schools apart and was left out");
  }

  @Test
  void poolsByParticipants() {
    var pooling =
        new PooledResults(
            List.of(
                estimate("a", MATHS, 10, 50, 1.0),
                estimate("a", RUSSIAN, 30, 70, -1.0),
                estimate("b", MATHS, 10, 60, 2.0)));

    List<SchoolResult> results = pooling.pooled(new PoolingYears(3, 3, 0));

    assertThat(results.get(0).z().orElseThrow()).isCloseTo(-0.5, within(1e-12));
    assertThat(results.get(0).result())
        .as("two examinations have no common scale")
        .isEqualTo(results.get(0).z());
    assertThat(results.get(0).participants()).hasValue(40);
  }

  @Test
  void measuresWeighTheSameWhereParticipantsAreUnknown() {
    var pooling =
        new PooledResults(
            List.of(
                estimate("a", MATHS, 10, 50, 1.0),
                estimate("a", RUSSIAN, -1, 70, -2.0),
                estimate("b", MATHS, 10, 60, 2.0)));

    assertThat(pooling.weighted()).isFalse();
    assertThat(pooling.pooled(new PoolingYears(3, 3, 0)).get(0).z().orElseThrow())
        .isCloseTo(-0.5, within(1e-12));
    assertThat(pooling.pooled(new PoolingYears(3, 3, 0)).get(0).participants()).isEmpty();
  }

  @Test
  void oneExaminationIsGivenAtTheLevelOfTheJudgedYear() {
    // School b has the easier year only; a and c fell from +5 and -5 to +4 and -4 about b.
    Measure earlier = new Measure(2017, "ЕГЭ", "maths", "");

    var pooling =
        new PooledResults(
            List.of(
                estimate("a", earlier, 10, 45, 5),
                estimate("a", MATHS, 10, 64, 4),
                estimate("b", MATHS, 10, 60, 0),
                estimate("c", earlier, 10, 35, -5),
                estimate("c", MATHS, 10, 56, -4)));

    assertThat(pooling.oneExamination()).isTrue();
    assertThat(pooling.pooled(new PoolingYears(3, 3, 0)))
        .extracting(r -> r.result().orElseThrow())
        .containsExactly(64.5, 60.0, 55.5);
    assertThat(pooling.yearly())
        .extracting(r -> r.result().orElseThrow())
        .containsExactly(65.0, 64.0, 60.0, 55.0, 56.0);
    assertThat(pooling.papers()).containsExactly(entry(2017, -20.0));
  }

  /** Without c, the weakest, the year's mean is higher, and a, b stand lower than they are. */
  @Test
  void aYearWithoutTheWeakIsNoWorseForTheOthers() {
    Measure earlier = new Measure(2017, "ЕГЭ", "maths", "");

    var pooling =
        new PooledResults(
            List.of(
                estimate("a", earlier, 10, 50, 0.5),
                estimate("a", MATHS, 10, 50, 1),
                estimate("b", earlier, 10, 50, -0.5),
                estimate("b", MATHS, 10, 50, 0),
                estimate("b", RUSSIAN, 10, 50, 0),
                estimate("c", MATHS, 10, 50, -1)));

    List<SchoolResult> results = pooling.pooled(new PoolingYears(3, 3, 0));
    assertThat(results.get(0).z().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(results.get(1).z().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(results.get(2).z().orElseThrow()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void aYearThatNothingLinksIsTakenAsItStands() {
    Measure earlier = new Measure(2017, "ЕГЭ", "maths", "");

    var pooling =
        new PooledResults(
            List.of(
                estimate("a", MATHS, 10, 60, 1),
                estimate("b", MATHS, 10, 50, -1),
                estimate("c", earlier, 10, 40, 0.5),
                estimate("d", earlier, 10, 30, -0.5)));

    assertThat(pooling.levels().unlinked()).containsExactly(2017);
    assertThat(pooling.pooled(new PoolingYears(3, 3, 0)))
        .extracting(r -> r.z().orElseThrow())
        .containsExactly(1.0, -1.0, 0.5, -0.5);
  }

  @Test
  void poolsTheNewestYearsOnly() {
    Measure old = new Measure(2015, "ЕГЭ", "maths", "");

    var pooling =
        new PooledResults(
            List.of(
                estimate("a", old, 10, 40, -1),
                estimate("a", MATHS, 10, 60, 1),
                estimate("b", old, 10, 50, 0)));

    assertThat(pooling.pooled(new PoolingYears(3, 3, 0)))
        .as("school b has no result since 2016")
        .extracting(SchoolResult::schoolId, r -> r.z().orElseThrow())
        .containsExactly(org.assertj.core.api.Assertions.tuple("a", 1.0));
  }

  @Test
  void aSchoolThatIsEarlyMovesNobody() {
    Measure next = new Measure(2019, "ЕГЭ", "maths", "");
    List<OutcomeEstimate> estimates =
        List.of(
            estimate("a", MATHS, 10, 60, 1),
            estimate("a", next, 10, 90, 2),
            estimate("b", MATHS, 10, 50, 0),
            estimate("c", MATHS, 10, 40, -1));

    var pooling = new PooledResults(estimates);

    assertThat(pooling.year()).isEqualTo(2018);
    assertThat(pooling.schoolsWithNewer()).containsExactly("a");
    assertThat(pooling.pooled(new PoolingYears(3, 3, 0)))
        .extracting(r -> r.z().orElseThrow())
        .containsExactly(1.0, 0.0, -1.0);
    assertThat(pooling.yearly()).hasSize(4);
    assertThat(new PooledResults(estimates, OptionalInt.of(2019)).pooled(new PoolingYears(1, 1, 0)))
        .extracting(SchoolResult::schoolId)
        .containsExactly("a");
    assertThatThrownBy(() -> new PooledResults(estimates, OptionalInt.of(2020)))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "outcome.year: no examination of 2020 tells schools apart; there are results of 2018,"
                + " 2019");
  }

  @Test
  void refusesResultsThatTellNoSchoolFromAnother() {
    var standardised =
        StandardisedResults.of(List.of(pupils("a", MATHS, 30, 70), pupils("b", MATHS, 50, 50)));

    assertThatThrownBy(() -> new PooledResults(standardised.estimates()))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("inputs.results: the schools cannot be told apart");
  }

  private static double z(StandardisedResults results, int i) {
    return results.estimates().get(i).z().orElseThrow();
  }

  private static ResultTally pupils(String school, Measure measure, double... scores) {
    var histogram = new ScoreHistogram();
    Arrays.stream(scores).forEach(histogram::add);
    return ResultTally.ofPupils(
        new TallyKey(school, measure), histogram, OptionalLong.empty(), OptionalLong.empty());
  }

  private static ResultTally counts(String school, Measure measure, long n, long below) {
    return new ResultTally(
        new TallyKey(school, measure),
        OptionalLong.of(n),
        OptionalLong.of(below),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram());
  }

  /** A published mean; a negative number of participants or spread is unknown. */
  private static ResultTally means(String school, Measure measure, long n, double mean, double sd) {
    return new ResultTally(
        new TallyKey(school, measure),
        n < 0 ? OptionalLong.empty() : OptionalLong.of(n),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.of(mean),
        sd < 0 ? OptionalDouble.empty() : OptionalDouble.of(sd),
        new ScoreHistogram());
  }

  private static OutcomeEstimate estimate(
      String school, Measure measure, long n, double mean, double z) {
    return OutcomeEstimate.standardised(
        means(school, measure, n, mean, -1), z, OptionalDouble.empty(), 1);
  }
}
