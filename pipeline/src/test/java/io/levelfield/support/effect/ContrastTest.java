package io.levelfield.support.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Schools 0 to 4 begin in the second year, 5 to 9 in the third; ten have no support. */
class ContrastTest {
  private static final int SCHOOLS = 20;
  private static final int YEARS = 4;
  private static final int PER_SCHOOL = 2;

  /** All schools are of one size, so that their earlier results count alike. */
  private final Foretold foretold =
      DrawnCourses.foretold(
          DrawnCourses.of(SCHOOLS, YEARS, RandomStream.at(3), random -> 25),
          SCHOOLS,
          YEARS,
          20 * PER_SCHOOL);

  @Test
  void theEffectIsAMeanOverSupportedResults() {
    Contrast overall = contrast(Question.of(Kind.OVERALL));
    double[][] weights = weights(overall);

    assertThat(overall.treated()).isEqualTo(10);
    // Results of the first wave count in three years, of the second in two.
    assertThat(sum(weights, 0, 5, 1, YEARS) + sum(weights, 5, 10, 2, YEARS))
        .isCloseTo(1, within(1e-9));
    for (int school = 0; school < 10; school++) {
      assertThat(weights[school][3]).isPositive();
    }
  }

  /** What is the same for all schools, such as an examination that was easy, cancels. */
  @Test
  void whatAYearDoesToAllIsNoEffect() {
    double[][] ofAll = weights(contrast(Question.of(Kind.OVERALL)));
    double[][] ofOneStart = weights(contrast(new Question(Kind.GROUP_TIME, 2, 3)));

    for (int year = 2; year < YEARS; year++) {
      assertThat(sum(ofAll, 0, SCHOOLS, year, year + 1)).isCloseTo(0, within(1e-9));
    }
    for (int year = 0; year < YEARS; year++) {
      assertThat(sum(ofOneStart, 0, SCHOOLS, year, year + 1)).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void schoolsThatBeginLaterAreControlsUntilTheyBegin() {
    Contrast first = contrast(new Question(Kind.GROUP_TIME, 1, 1));
    Contrast later = contrast(new Question(Kind.GROUP_TIME, 2, 3));

    assertThat(first.treated()).isEqualTo(5);
    assertThat(sum(weights(first), 0, 5, 1, 2)).isCloseTo(1, within(1e-9));
    assertThat(with(weights(first), 1)).anyMatch(school -> school >= 5 && school < 10);
    assertThat(later.treated()).isEqualTo(5);
    assertThat(with(weights(later), 3))
        .contains(5, 6, 7, 8, 9)
        .noneMatch(school -> school < 5)
        .anyMatch(school -> school >= 10);
    assertThat(later.controls()).isEqualTo(with(weights(later), 3).size() - 5);
  }

  /** A wave that began in between was not chosen yet: who is left over had luck until then. */
  @Test
  void controlsOfALaterYearRestOnAllYearsThatDecided() {
    double[][] weights = weights(contrast(new Question(Kind.GROUP_TIME, 1, 2)));

    for (int school = 0; school < 5; school++) {
      assertThat(weights[school][1]).isZero();
    }
    assertThat(IntStream.range(10, SCHOOLS)).anyMatch(school -> weights[school][1] != 0);
  }

  @Test
  void aQuestionThatNobodyCanAnswer() {
    assertThat(contrast(Question.of(Kind.AFTER_END)).isEmpty()).isTrue();
    assertThat(contrast(Question.of(Kind.OVERALL)).isEmpty()).isFalse();
  }

  private Contrast contrast(Question question) {
    int[] first =
        IntStream.range(0, SCHOOLS).map(s -> s < 5 ? 1 : s < 10 ? 2 : Starts.NEVER).toArray();
    int[] last = new int[SCHOOLS];
    Arrays.fill(last, Starts.NEVER);
    return Contrast.of(foretold, new Starts(first, last), YEARS, question, PER_SCHOOL);
  }

  /** {@code [school][year]}: what one more in a result adds to the effect. */
  private static double[][] weights(Contrast contrast) {
    double[][] weights = new double[SCHOOLS][YEARS];
    for (int school = 0; school < SCHOOLS; school++) {
      for (int year = 0; year < YEARS; year++) {
        double[][] one = new double[SCHOOLS][YEARS];
        one[school][year] = 1;
        weights[school][year] = contrast.of(one);
      }
    }
    return weights;
  }

  private static List<Integer> with(double[][] weights, int year) {
    return IntStream.range(0, SCHOOLS).filter(s -> weights[s][year] != 0).boxed().toList();
  }

  private static double sum(double[][] weights, int school, int to, int year, int toYear) {
    double sum = 0;
    for (int s = school; s < to; s++) {
      for (int t = year; t < toYear; t++) {
        sum += weights[s][t];
      }
    }
    return sum;
  }
}
