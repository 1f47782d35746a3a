package io.levelfield.testing;

import io.levelfield.study.Indicator;
import io.levelfield.study.Range;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Indicators of the social context for tests. */
public final class Indicators {
  private Indicators() {}

  /** One that stands in the column of its key, of which less is better. */
  public static Indicator unfavourable(Optional<Range> range) {
    return new Indicator(
        Indicator.Direction.UNFAVOURABLE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        range,
        null,
        OptionalDouble.empty(),
        Indicator.Nature.CIRCUMSTANCE,
        Optional.empty(),
        Map.of());
  }
}
