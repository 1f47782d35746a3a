package io.levelfield.model.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RankIntervalTest {
  private static final RankInterval INTERVAL =
      new RankInterval("001", 2018, 3, 1, 5, Map.of(.25, .1));

  @Test
  void tellsTheShareOfReplicatesThatWasAskedFor() {
    assertThat(INTERVAL.lowestQuarter()).isEqualTo(.1);
  }

  @Test
  void neverPassesOffOneShareOfSchoolsAsAnother() {
    assertThatThrownBy(() -> INTERVAL.lowest(.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.2");
  }
}
