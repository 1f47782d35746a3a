package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;

/** The files of a study by their role. */
public record Inputs(
    @JsonPropertyDescription(
            "The register of schools. Without it schools are what the results name.")
        List<SchoolsInput> schools,
    @JsonProperty(required = true) @JsonPropertyDescription("Examination results.")
        List<ResultsInput> results,
    @JsonPropertyDescription("Minimum and top score of each procedure.")
        List<MinimumsInput> minimums,
    @JsonPropertyDescription("Social passports, or pupil rows they are aggregated from.")
        List<ContextInput> context) {

  public Inputs {
    schools = schools == null ? List.of() : List.copyOf(schools);
    results = results == null ? List.of() : List.copyOf(results);
    minimums = minimums == null ? List.of() : List.copyOf(minimums);
    context = context == null ? List.of() : List.copyOf(context);
    if (results.isEmpty()) {
      throw new StudyProblem("results", Message.of("study.no-results"));
    }
  }
}
