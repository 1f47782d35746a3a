package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class ResilientTest {

  @Test
  void fewConfirmedSchoolsAreNotTrulyResilient() {
    var found = ResilientSimulation.found(World.of(50, 3, 10), 40);

    assertThat(found.confirmed.held()).isPositive();
    assertThat(found.falseConfirmed.value()).isLessThanOrEqualTo(0.15);
  }
}
