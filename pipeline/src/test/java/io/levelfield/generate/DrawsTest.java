package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.generate.Draws.Purpose;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int DRAWS = 100_000;

  @Test
  void keysMakeStreamsThatShareNothing() {
    double drawn = Draws.of(1, Purpose.COHORT, 2, 2016).uniform();

    assertThat(Draws.of(1, Purpose.COHORT, 2, 2016).uniform()).isEqualTo(drawn);
    assertThat(Draws.of(1, Purpose.COHORT, 3, 2016).uniform()).isNotEqualTo(drawn);
    assertThat(Draws.of(1, Purpose.COHORT, 2, 2017).uniform()).isNotEqualTo(drawn);
    assertThat(Draws.of(1, Purpose.SITTING, 2, 2016).uniform()).isNotEqualTo(drawn);
    assertThat(Draws.of(2, Purpose.COHORT, 2, 2016).uniform()).isNotEqualTo(drawn);
  }

  @Test
  void normalNumbersHaveMeanZeroAndStandardDeviationOne() {
    var random = Draws.of(1, Purpose.SITTING, 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double drawn = random.normal();
      sum += drawn;
      squares += drawn * drawn;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.01));
  }

  @Test
  void firstKeysOfSchoolsGiveUniformNumbers() {
    double sum = 0;
    for (int school = 0; school < DRAWS; school++) {
      sum += Draws.of(1, Purpose.SCHOOL, school).uniform();
    }
    assertThat(sum / DRAWS).isCloseTo(0.5, within(0.005));
  }
}
