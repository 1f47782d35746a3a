package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.simulation.ElectiveSimulation.World;
import org.junit.jupiter.api.Test;

class ElectiveTest {
  private static final World STRONG = new World("strong pupils choose", 60, 40, 0.9, 1);

  @Test
  void theNoteTellsHowFarTheShareOfTakersMovesResults() {
    var found = ElectiveSimulation.found(STRONG, 20);

    assertThat(found.slopes.value()).isLessThan(-0.1);
    assertThat(found.told.value()).isCloseTo(found.slopes.value(), within(0.05));
  }

  @Test
  void whereCompulsoryExaminationsWeighTheShareMovesNothing() {
    var found =
        ElectiveSimulation.found(
            STRONG, 20, "outcome.compulsory=[{subject: математика}, {subject: русский}]");

    assertThat(found.slopes.value()).isCloseTo(0, within(0.06));
    assertThat(found.told.isEmpty()).isTrue();
  }
}
