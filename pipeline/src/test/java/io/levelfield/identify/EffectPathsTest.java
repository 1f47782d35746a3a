package io.levelfield.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.EffectGrid;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectPathsTest {
  private static final double[] EFFECTS =
      IntStream.range(0, EffectGrid.NODES).mapToDouble(EffectGrid::node).toArray();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.91, 1})
  void theMeanEffectIsWhatAllExaminationsShare(double shared) {
    var paths = new EffectPaths(shared);

    for (int node = EffectGrid.NODES / 4; node <= 3 * EffectGrid.NODES / 4; node++) {
      assertThat(paths.mean(EFFECTS, node))
          .isEqualTo(Math.sqrt(shared) * EffectGrid.node(node), within(2e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.91})
  void theSquareHasTheVarianceOfTheExaminationsOwnPart(double shared) {
    var paths = new EffectPaths(shared);
    double[] squares = Arrays.stream(EFFECTS).map(effect -> effect * effect).toArray();

    // Squares are linear between nodes of the grid, which adds at most a quarter of its step's
    // square.
    double step = EFFECTS[1] - EFFECTS[0];
    assertThat(paths.mean(squares, EffectGrid.NODES / 2))
        .isBetween(1 - shared - 0.01, 1 - shared + step * step / 4 + 0.01);
  }

  @Test
  void oneEffectForAllIsTheSchoolsOwn() {
    assertThat(new EffectPaths(1).mean(EFFECTS, 3)).isEqualTo(EffectGrid.node(3));
  }
}
