package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;

/** The numbers an index is given in: what the reference schools have on it. */
public record Scale(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Mean of the reference schools, e.g. 1000.")
        Double mean,
    @JsonProperty(required = true) @JsonPropertyDescription("Their standard deviation, e.g. 100.")
        Double sd) {

  public Scale {
    if (mean == null || !Double.isFinite(mean)) {
      throw new StudyProblem("mean", Message.of("study.number"));
    }
    if (sd == null || !(sd > 0) || !Double.isFinite(sd)) {
      throw new StudyProblem("sd", Message.of("study.above-0", String.valueOf(sd)));
    }
  }
}
