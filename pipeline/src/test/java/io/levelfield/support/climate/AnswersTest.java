package io.levelfield.support.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.support.ClimateFigure.Change;
import io.levelfield.stats.Interval;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers are those of SciPy: Student's and Welch's intervals, and Wilson's by its formula. */
class AnswersTest {
  private static final double CONFIDENCE = 0.9;

  private static Answers answers(ClimateMeasure measure, int year) {
    return new Answers(measure, year);
  }

  /** Answers of pupils who cannot be told apart. */
  private static Answers anonymous(ClimateMeasure measure, int year, double... values) {
    Answers answers = answers(measure, year);
    for (double value : values) {
      pupil(answers, measure, "A", Optional.empty(), value);
    }
    return answers;
  }

  private static void pupil(
      Answers answers, ClimateMeasure measure, String school, Optional<String> code, double value) {
    answers.add(new ClimateAnswer(school, 2024, code, 1, false, Map.of(measure, value)), value);
  }

  private static Answers counted(ClimateMeasure measure, int year, long pupils, double value) {
    Answers answers = answers(measure, year);
    answers.add(
        new ClimateAnswer("A", year, Optional.empty(), pupils, true, Map.of(measure, value)),
        value);
    return answers;
  }

  private static void isClose(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }

  private static void isClose(Change change, double value, double low, double high) {
    assertThat(change.value()).isCloseTo(value, within(1e-9));
    isClose(new Interval(change.low().orElseThrow(), change.high().orElseThrow()), low, high);
  }

  @Test
  void meansOfScores() {
    Answers scores = anonymous(ClimateMeasure.ANXIETY, 2024, 2, 4, 6);

    assertThat(scores.pupils()).isEqualTo(3);
    assertThat(scores.value()).isEqualTo(4);
    isClose(scores.interval(CONFIDENCE).orElseThrow(), 0.6282910783, 7.3717089217);
  }

  @Test
  void onePupilHasNoSpreadAndTwoHave() {
    assertThat(anonymous(ClimateMeasure.ANXIETY, 2024, 2, 3).interval(CONFIDENCE)).isPresent();
    assertThat(anonymous(ClimateMeasure.ANXIETY, 2024, 2).interval(CONFIDENCE)).isEmpty();
  }

  /** A school that counts its pupils tells their mean, but not how they differ. */
  @Test
  void meansOfSchoolsWeighByTheirPupils() {
    Answers both = counted(ClimateMeasure.MOTIVATION, 2024, 3, 10);
    pupil(both, ClimateMeasure.MOTIVATION, "B", Optional.empty(), 2);

    assertThat(both.pupils()).isEqualTo(4);
    assertThat(both.value()).isEqualTo(8);
    assertThat(both.interval(CONFIDENCE)).isEmpty();
  }

  @Test
  void sharesOfPupilsWhoSayYes() {
    Answers yes = counted(ClimateMeasure.SUPPLEMENTARY, 2024, 9, 3);
    pupil(yes, ClimateMeasure.SUPPLEMENTARY, "B", Optional.empty(), 0);

    assertThat(yes.value()).isEqualTo(0.3);
    isClose(yes.interval(CONFIDENCE).orElseThrow(), 0.1268765839, 0.5583002041);
  }

  /** Of three pupils two are less anxious, one more; a fourth answers but once. */
  @Test
  void linkedPupilsAreComparedEachWithThemselves() {
    Answers then = answers(ClimateMeasure.ANXIETY, 2023);
    Answers now = answers(ClimateMeasure.ANXIETY, 2024);
    double[][] scores = {{5, 4}, {7, 4}, {1, 3}};
    for (int i = 0; i < scores.length; i++) {
      pupil(then, ClimateMeasure.ANXIETY, "A", Optional.of("p" + i), scores[i][0]);
      pupil(now, ClimateMeasure.ANXIETY, "A", Optional.of("p" + i), scores[i][1]);
    }
    pupil(now, ClimateMeasure.ANXIETY, "A", Optional.of("new"), 50);

    Change change = now.since(then, CONFIDENCE);

    isClose(change, -2.0 / 3, -4.9093073538, 3.5759740205);
    assertThat(change.since()).isEqualTo(2023);
    assertThat(change.linked()).isEqualTo(3);
    assertThat(change.better()).isEqualTo(2);
  }

  @Test
  void moreOfWhatIsFavourableIsBetter() {
    Answers then = answers(ClimateMeasure.MOTIVATION, 2023);
    Answers now = answers(ClimateMeasure.MOTIVATION, 2024);
    double[][] scores = {{5, 4}, {7, 4}, {1, 3}, {2, 2}};
    for (int i = 0; i < scores.length; i++) {
      pupil(then, ClimateMeasure.MOTIVATION, "A", Optional.of("p" + i), scores[i][0]);
      pupil(now, ClimateMeasure.MOTIVATION, "A", Optional.of("p" + i), scores[i][1]);
    }

    assertThat(now.since(then, CONFIDENCE).better()).isEqualTo(1);
  }

  @Test
  void twoSchoolsMayUseTheSameCodes() {
    Answers then = answers(ClimateMeasure.ANXIETY, 2023);
    Answers now = answers(ClimateMeasure.ANXIETY, 2024);
    for (int i = 0; i < 3; i++) {
      pupil(then, ClimateMeasure.ANXIETY, "A", Optional.of("p" + i), i);
      pupil(now, ClimateMeasure.ANXIETY, "B", Optional.of("p" + i), i);
    }

    assertThat(now.since(then, CONFIDENCE).linked()).isZero();
  }

  /** One linked pupil says nothing of the spread of changes. */
  @Test
  void aSingleLinkIsNone() {
    Answers then = anonymous(ClimateMeasure.ANXIETY, 2023, 1);
    Answers now = anonymous(ClimateMeasure.ANXIETY, 2024, 3);
    pupil(then, ClimateMeasure.ANXIETY, "A", Optional.of("p"), 2);
    pupil(now, ClimateMeasure.ANXIETY, "A", Optional.of("p"), 5);

    Change change = now.since(then, CONFIDENCE);

    assertThat(change.linked()).isZero();
    assertThat(change.value()).isEqualTo(2.5);
    assertThat(change.low()).isPresent();
  }

  @Test
  void yearsWithoutLinksAreTwoSamples() {
    Change scores =
        anonymous(ClimateMeasure.ANXIETY, 2024, 3, 5, 5, 9)
            .since(anonymous(ClimateMeasure.ANXIETY, 2023, 1, 2, 4), CONFIDENCE);
    Change shares =
        counted(ClimateMeasure.TRAJECTORY, 2024, 12, 6)
            .since(counted(ClimateMeasure.TRAJECTORY, 2023, 10, 3), CONFIDENCE);

    isClose(scores, 19.0 / 6, 0.0561052621, 6.2772280712);
    isClose(shares, 0.2, -0.1357294955, 0.4756211456);
    assertThat(shares.linked()).isZero();
  }

  @Test
  void aChangeOfMeansAloneHasNoInterval() {
    Answers pupils = anonymous(ClimateMeasure.ANXIETY, 2024, 3, 5);
    Answers school = counted(ClimateMeasure.ANXIETY, 2023, 20, 3.5);

    assertThat(pupils.since(school, CONFIDENCE).value()).isEqualTo(0.5);
    assertThat(pupils.since(school, CONFIDENCE).low()).isEmpty();
    assertThat(school.since(pupils, CONFIDENCE).high()).isEmpty();
    assertThat(
            anonymous(ClimateMeasure.ANXIETY, 2024, 3)
                .since(anonymous(ClimateMeasure.ANXIETY, 2023, 1, 2), CONFIDENCE)
                .low())
        .isEmpty();
  }
}
