package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class CrisisTest {

  @Test
  void hardlyFlagsSchoolsWhereNoneFalls() {
    var found = CrisisSimulation.found(World.of(40, 4, 30), 25);

    assertThat(found.flagged.value()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void flagsSchoolsThatFallMuch() {
    var found = CrisisSimulation.found(World.of(40, 10, 40).withTrend(0.3), 25);

    assertThat(found.hits.value()).isGreaterThanOrEqualTo(0.5);
    assertThat(found.wrongFlagged.value()).isLessThanOrEqualTo(0.2);
  }
}
