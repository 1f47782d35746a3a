package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What the authority does next, and how it learns whether that helped. */
public record SupportSettings(
    @JsonPropertyDescription("How unevenly pupils are spread over schools.")
        SegregationSettings segregation) {

  public SupportSettings {
    segregation = segregation == null ? SegregationSettings.defaults() : segregation;
  }

  static SupportSettings defaults() {
    return new SupportSettings(null);
  }
}
