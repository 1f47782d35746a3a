package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class PassportTest {

  @Test
  void intervalsHoldWhatTheTrueCompositionGives() {
    var found = PassportSimulation.found(World.of(60, 3, 20), 12, "sample");

    assertThat(found.ranks.value()).isGreaterThanOrEqualTo(0.88);
    assertThat(found.adjusted.value()).isGreaterThanOrEqualTo(0.86);
    assertThat(found.wrong.value()).isLessThanOrEqualTo(0.12);
  }
}
