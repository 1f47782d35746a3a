package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What a run writes besides its tables. */
public record OutputSettings(
    @JsonPropertyDescription(
            "Whether to write report.html, the page for people who look and do not compute (default"
                + " true).")
        Boolean html,
    @JsonPropertyDescription(
            "Whether to write note.html, the analytical note for the head, and letters.html, a letter"
                + " to each school that needs help or is asked about its data; a word processor opens"
                + " both (default true).")
        Boolean office) {

  public OutputSettings {
    html = html == null || html;
    office = office == null || office;
  }

  public static OutputSettings defaults() {
    return new OutputSettings(null, null);
  }
}
