package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.simulation.AbsentSimulation.Situation;
import io.levelfield.simulation.SimulatedDistrict.World;
import org.junit.jupiter.api.Test;

class AbsentTest {
  private static final World WORLD = World.of(100, 12, 60);
  private static final int LEAVING_OUT = 8;

  @Test
  void whoLeavesOutTheWeakestIsAskedAndBearsNoPositiveLabel() {
    var allSit = found(Situation.ALL_SIT);
    var unknown = found(Situation.UNKNOWN);
    var known = found(Situation.KNOWN);

    assertThat(unknown.leavingOut().meanZ())
        .as("what is to be noticed")
        .isGreaterThan(allSit.leavingOut().meanZ() + 0.2);
    assertThat(unknown.leavingOut().low.held()).isLessThan(allSit.leavingOut().low.held());
    assertThat(unknown.leavingOut().high.held() + unknown.leavingOut().resilient.held())
        .as("what is to be barred")
        .isPositive();
    assertThat(unknown.leavingOut().asked.held()).isZero();
    assertThat(known.leavingOut().asked.value()).isEqualTo(1);
    assertThat(known.leavingOut().high.held() + known.leavingOut().resilient.held()).isZero();
    assertThat(known.others().asked.held()).isZero();
    assertThat(known.others().high).isEqualTo(unknown.others().high);
  }

  private static AbsentSimulation.Found found(Situation situation) {
    return AbsentSimulation.found(WORLD, LEAVING_OUT, situation, 3);
  }
}
