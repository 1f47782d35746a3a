package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** How unevenly pupils are spread over schools: of which kinds, and how sure that is. */
public record SegregationSettings(
    @JsonPropertyDescription(
            "Indicators of the index, by key, that are shares of pupils (default: all that are given"
                + " as a count with its denominator, as a share of pupils' rows, or whose plausible"
                + " values end with 1 or 100).")
        Optional<List<String>> indicators,
    @JsonPropertyDescription("Resamples behind the interval (default 500).") Integer resamples) {

  private static final int DEFAULT_RESAMPLES = 500;
  private static final int LEAST_RESAMPLES = 100;

  public SegregationSettings {
    indicators = indicators.map(List::copyOf);
    resamples = SettingChecks.atLeast("resamples", LEAST_RESAMPLES, resamples, DEFAULT_RESAMPLES);
  }

  static SegregationSettings defaults() {
    return new SegregationSettings(Optional.empty(), null);
  }
}
