package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What a run writes besides its tables. */
public record OutputSettings(
    @JsonPropertyDescription(
            "Whether to write report.html, the page for people who look and do not compute (default"
                + " true).")
        Boolean html) {

  public OutputSettings {
    html = html == null || html;
  }

  public static OutputSettings defaults() {
    return new OutputSettings(null);
  }
}
