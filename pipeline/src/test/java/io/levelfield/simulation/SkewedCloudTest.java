package io.levelfield.simulation;

import static io.levelfield.simulation.SkewedCloudSimulation.claimed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SkewedCloudTest {
  private static final int DISTRICTS = 60;

  @Test
  void claimsFewGroupsInOneLogNormalCloud() {
    assertThat(
            claimed(
                    DISTRICTS,
                    OptionalInt.empty(),
                    seed -> SkewedCloudSimulation.cloud(seed, 24, 3, 0.6, Math::exp))
                .value())
        .isLessThanOrEqualTo(0.1);
  }

  @Test
  void findsTheThreePrototypes() {
    assertThat(
            claimed(
                    DISTRICTS,
                    OptionalInt.empty(),
                    seed ->
                        SkewedCloudSimulation.planted(seed, 24, SkewedCloudSimulation.PROTOTYPES))
                .value())
        .isGreaterThanOrEqualTo(0.9);
  }
}
