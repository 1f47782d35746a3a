package io.levelfield.support.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.support.ResultGap;
import io.levelfield.model.text.Message;
import io.levelfield.study.DynamicsSettings;
import io.levelfield.support.DistrictInNeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schools with results 0, 10, 20 and so on, whose gaps can be told by hand. */
class ResultGapsTest {
  private static final int YEAR = DistrictInNeed.YEAR;

  private final DistrictInNeed district = new DistrictInNeed();
  private final List<Message> notes = new ArrayList<>();

  @Test
  void isTheDistanceOfDecilesAndOfTheMeansOfFifths() {
    year(YEAR, 11, 10, 0, 1);

    ResultGap gap = gaps().get(0);

    assertThat(gap.schools()).isEqualTo(11);
    assertThat(gap.deciles().value()).isCloseTo(90 - 10, within(1e-9));
    assertThat(gap.fifths().value()).isCloseTo(95 - 5, within(1e-9));
    assertThat(gap.change()).isEmpty();
    assertThat(gap.deciles().low()).isBetween(20.0, 79.0);
    assertThat(gap.deciles().high()).isBetween(81.0, 100.0);
    assertThat(gap.fifths().low()).isLessThan(90);
  }

  /** Results vary by 1100; errors of 550 leave half of it, and a gap smaller by a root of two. */
  @Test
  void errorsOfMeasurementDoNotCountAsDistance() {
    year(YEAR, 11, 10, Math.sqrt(550 * .5), .5);

    assertThat(gaps().get(0).decilesTrue().orElseThrow())
        .isCloseTo(80 * Math.sqrt(.5), within(1e-9));
  }

  @Test
  void whereErrorsAreAllThereIsTheTrueDistanceIsNoneAndUnknownOnesTellNothing() {
    year(YEAR, 11, 10, 1000, .5);
    assertThat(gaps().get(0).decilesTrue().orElseThrow()).isZero();

    var unknown = new ResultGapsTest();
    unknown.year(YEAR, 11, 10, 1, 0);
    assertThat(unknown.gaps().get(0).decilesTrue()).isEmpty();
  }

  @Test
  void changesAreThoseOfSchoolsWithResultsInBothYears() {
    year(YEAR - 1, 11, 10, 0, 1);
    year(YEAR, 12, 20, 0, 1);

    List<ResultGap> gaps = gaps();

    assertThat(gaps).extracting(ResultGap::year).containsExactly(YEAR - 1, YEAR);
    ResultGap.Estimate change = gaps.get(1).change().orElseThrow();
    assertThat(change.value()).isCloseTo(160 - 80, within(1e-9));
    assertThat(change.low()).isBetween(20.0, 79.0);
    assertThat(change.high()).isBetween(81.0, 100.0);
  }

  @Test
  void yearsOfFewSchoolsAndYearsAfterTheJudgedOneHaveNoGap() {
    year(YEAR - 1, 9, 10, 0, 1);
    year(YEAR, 10, 10, 0, 1);
    year(YEAR + 1, 11, 10, 0, 1);

    assertThat(gaps()).extracting(ResultGap::year).containsExactly(YEAR);
    assertThat(notes).isEmpty();
  }

  @Test
  void noYearWithEnoughSchoolsIsToldSo() {
    year(YEAR, 9, 10, 0, 1);

    assertThat(gaps()).isEmpty();
    assertThat(notes).containsExactly(Message.of("dynamics.no-gap-schools", 10));
  }

  private void year(int year, int schools, double step, double se, double reliability) {
    for (int i = 0; i < schools; i++) {
      district.year("s" + i, year, i * step, se, reliability);
    }
  }

  private List<ResultGap> gaps() {
    return new ResultGaps(district.basis(), new DynamicsSettings(null, null, 500)).of(notes::add);
  }
}
