package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void intervalsHoldAndChangesAreForetoldRight() {
    var found = ComparisonSimulation.found(new World(22, 10, 30, 5, 0.4, 0.35, 0.1, 0.1, 0), 60);

    assertThat(found.held.value()).isGreaterThanOrEqualTo(0.86);
    assertThat(found.nextForetold / found.lowest)
        .isCloseTo(found.nextTrue / found.lowest, within(0.04));
    assertThat(found.allForetold / found.lowest)
        .isCloseTo(found.allTrue / found.lowest, within(0.06));
  }
}
