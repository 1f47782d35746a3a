package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How schools, their lists and the gap between them change over the years. */
public record DynamicsSettings(
    @JsonPropertyDescription(
            "Years before the judged one whose lists are made too, by today's rules (default 2; 0:"
                + " none).")
        Integer earlierYears,
    @JsonPropertyDescription(
            "A school leaves support once its rule has not held for so many years in a row (default"
                + " 2). No official rule is known; this is the project's proposal.")
        Integer exitYears,
    @JsonPropertyDescription("Resamples of schools behind intervals of the gap (default 1000).")
        Integer resamples) {

  private static final int DEFAULT_EARLIER_YEARS = 2;
  private static final int DEFAULT_EXIT_YEARS = 2;
  private static final int DEFAULT_RESAMPLES = 1000;
  private static final int LEAST_RESAMPLES = 100;

  public DynamicsSettings {
    earlierYears = SettingChecks.atLeast("earlier_years", 0, earlierYears, DEFAULT_EARLIER_YEARS);
    exitYears = SettingChecks.atLeast("exit_years", 1, exitYears, DEFAULT_EXIT_YEARS);
    resamples = SettingChecks.atLeast("resamples", LEAST_RESAMPLES, resamples, DEFAULT_RESAMPLES);
  }

  static DynamicsSettings defaults() {
    return new DynamicsSettings(null, null, null);
  }
}
