package io.levelfield.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.simulation.EffectDistrict.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small version of {@code scripts/simulate effect}; seeds are fixed. */
class EffectTest {
  private static final int DISTRICTS = 40;

  @Test
  void hardlyFindsAnEffectWhereThereIsNoneThoughTheLowestSchoolsGain() {
    var found = EffectSimulation.found(World.of(40, 0.0), DISTRICTS);

    assertThat(found.gains.value()).as("districts in which schools gain").isGreaterThan(0.7);
    assertThat(found.gain.mean()).isGreaterThan(3 * found.gain.error());
    assertThat(found.error.mean()).isBetween(-3 * found.error.error(), 3 * found.error.error());
    assertThat(found.rejected.value()).isLessThanOrEqualTo(0.15);
  }

  @Test
  void estimatesAnEffectOfWavesOfSchoolsThatTwoWayFixedEffectsMiss() {
    var world = new World(40, 6, 0, List.of(2, 3, 4), 0.45, false, List.of(0.3));

    var found = EffectSimulation.found(world, DISTRICTS);

    assertThat(found.truth).isCloseTo(0.3, within(1e-9));
    assertThat(found.error.mean()).isBetween(-3 * found.error.error(), 3 * found.error.error());
    assertThat(found.fixedEffects.mean()).isGreaterThan(5 * found.fixedEffects.error());
    assertThat(found.rejected.value()).isGreaterThan(0.8);
  }
}
