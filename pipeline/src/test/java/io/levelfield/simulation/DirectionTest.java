package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectionTest {
  private static final int DISTRICTS = 60;
  private static final int SCHOOLS = 40;

  @Test
  void saysThatAllDirectionsLookReversed() {
    assertThat(DirectionSimulation.found(DISTRICTS, SCHOOLS, 5, 5, 0.8).whole.value()).isEqualTo(1);
    assertThat(DirectionSimulation.found(DISTRICTS, SCHOOLS, 2, 2, 0.8).whole.value()).isEqualTo(1);
  }

  @Test
  void accusesThreeWrongOnesOfFiveAndNotTheRightOnes() {
    var found = DirectionSimulation.found(DISTRICTS, SCHOOLS, 5, 3, 0.8);

    assertThat(found.rightAccused.value()).isLessThanOrEqualTo(0.02);
    assertThat(found.wrongAccused.value()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void saysNothingOfRightDirections() {
    var found = DirectionSimulation.found(DISTRICTS, SCHOOLS, 5, 0, 0.8);

    assertThat(found.whole.value()).isZero();
    assertThat(found.rightAccused.value()).isZero();
  }

  @Test
  void turnsTheComponentByResultsWhereDirectionsAreDivided() {
    assertThat(DirectionSimulation.found(DISTRICTS, SCHOOLS, 4, 2, 0.8).pcaWrong.value())
        .isLessThanOrEqualTo(0.02);
  }
}
