package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.simulation.AssumedSpreadSimulation.Known;
import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class AssumedSpreadTest {
  private static final World WORLD = World.of(40, 5, 40);

  @Test
  void meansAloneHaveIntervalsWhereTheSpreadIsAssumed() {
    for (Known known : new Known[] {Known.WITHIN, Known.OVERALL}) {
      var found = AssumedSpreadSimulation.found(WORLD, known, 15);

      assertThat(found.means.value()).as(known.name()).isGreaterThan(0.85);
      assertThat(found.adjusted.value()).as(known.name()).isGreaterThan(0.84);
      assertThat(found.judged).as(known.name()).isEqualTo(15 * 40);
    }
  }

  @Test
  void withoutItNothingIsToldOfErrors() {
    var found = AssumedSpreadSimulation.found(WORLD, Known.NOTHING, 3);

    assertThat(found.means.of()).isZero();
    assertThat(found.adjusted.of()).isZero();
    assertThat(found.judged).isZero();
  }
}
