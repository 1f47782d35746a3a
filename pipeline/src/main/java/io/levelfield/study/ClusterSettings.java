package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.HashSet;
import java.util.List;

/** The groups of schools. */
public record ClusterSettings(
    @JsonPropertyDescription(
            "What schools are grouped by: result, adjusted_result, context_index, or indicators by"
                + " key (default [adjusted_result, context_index]).")
        List<String> features,
    @JsonPropertyDescription("Number of groups (default 3).") Integer k,
    @JsonPropertyDescription("Random starts searched for each number of groups (default 50).")
        Integer restarts,
    @JsonPropertyDescription("Largest number of groups whose validity is reported (default 8).")
        Integer kMax,
    @JsonPropertyDescription(
            "Whether groups keep number and name from the newest run of the same output directory,"
                + " if it had the same features and as many groups (default true).")
        Boolean keepNames) {

  public static final String RESULT = "result";
  public static final String ADJUSTED_RESULT = "adjusted_result";
  public static final String CONTEXT_INDEX = "context_index";

  private static final int DEFAULT_K = 3;
  private static final int DEFAULT_RESTARTS = 50;
  private static final int DEFAULT_K_MAX = 8;

  public ClusterSettings {
    features = features == null ? List.of(ADJUSTED_RESULT, CONTEXT_INDEX) : List.copyOf(features);
    k = k == null ? DEFAULT_K : k;
    restarts = restarts == null ? DEFAULT_RESTARTS : restarts;
    kMax = kMax == null ? Math.max(DEFAULT_K_MAX, k) : kMax;
    keepNames = keepNames == null || keepNames;
    if (features.isEmpty()) {
      throw new StudyProblem("features", "name at least one feature");
    }
    if (new HashSet<>(features).size() < features.size()) {
      throw new StudyProblem("features", "a feature is named twice in " + features);
    }
    if (k < 1) {
      throw new StudyProblem("k", "at least 1 group is expected, not " + k);
    }
    if (restarts < 1) {
      throw new StudyProblem("restarts", "at least 1 is expected, not " + restarts);
    }
    if (kMax < Math.max(k, 2)) {
      throw new StudyProblem(
          "k_max", "at least " + Math.max(k, 2) + " is expected (k is " + k + "), not " + kMax);
    }
  }

  public static ClusterSettings defaults() {
    return new ClusterSettings(null, null, null, null, null);
  }
}
