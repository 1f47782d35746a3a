package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What the authority does next, and how it learns whether that helped. */
public record SupportSettings(
    @JsonPropertyDescription("How unevenly pupils are spread over schools.")
        SegregationSettings segregation,
    @JsonPropertyDescription("How schools, their lists and the gap between them change.")
        DynamicsSettings dynamics) {

  public SupportSettings {
    segregation = segregation == null ? SegregationSettings.defaults() : segregation;
    dynamics = dynamics == null ? DynamicsSettings.defaults() : dynamics;
  }

  static SupportSettings defaults() {
    return new SupportSettings(null, null);
  }
}
