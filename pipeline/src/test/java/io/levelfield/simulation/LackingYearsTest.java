package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class LackingYearsTest {

  @Test
  void schoolsThatLackTheHarderYearsAreNoBetterForIt() {
    for (int world : new int[] {1, 3, 4}) {
      LackingYearsSimulation.Years years = LackingYearsSimulation.WORLDS.get(world);
      var found = LackingYearsSimulation.found(World.of(30, 10, 40), years, 5);

      assertThat(found.all.held.value()).as(years.name()).isGreaterThan(0.8);
      assertThat(found.all.mean()).as(years.name()).isCloseTo(0, within(0.1));
      assertThat(found.some.held.value()).as(years.name()).isGreaterThan(0.7);
      assertThat(found.some.mean()).as(years.name()).isCloseTo(0, within(0.2));
    }
  }
}
