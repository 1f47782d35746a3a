package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.text.Message;
import java.util.HashSet;
import java.util.List;

/** The groups of schools. */
public record ClusterSettings(
    @JsonPropertyDescription(
            "What schools are grouped by: result, adjusted_result, context_index, or indicators by"
                + " key (default [adjusted_result, context_index]).")
        List<String> features,
    @JsonPropertyDescription(
            "Number of groups, or auto: that of the gap statistic, unless noise gives groups as"
                + " separate; then one (default 3).")
        GroupCount k,
    @JsonPropertyDescription("Random starts searched for each number of groups (default 50).")
        Integer restarts,
    @JsonPropertyDescription("Largest number of groups whose validity is reported (default 8).")
        Integer kMax,
    @JsonPropertyDescription(
            "Resamples of schools that tell how stable groups and memberships are, from 20 (default"
                + " 100).")
        Integer bootstraps,
    @JsonPropertyDescription(
            "Data sets without groups, of each of three kinds (even, Gaussian, skewed), that the groups must surpass, from 20"
                + " (default 100).")
        Integer nullSets,
    @JsonPropertyDescription(
            "Groups are told from noise where noise is as separate with no more than this"
                + " probability, 0 to 1 (default 0.05).")
        Double significance,
    @JsonPropertyDescription(
            "A school is borderline where fewer resamples than this share put it into its group, 0"
                + " to 1 (default 0.8).")
        Double borderlineBelow,
    @JsonPropertyDescription(
            "Whether groups keep number and name from the newest run of the same output directory,"
                + " if it had the same features and as many groups (default true).")
        Boolean keepNames) {

  public static final String RESULT = FeatureMatrix.RESULT;
  public static final String ADJUSTED_RESULT = FeatureMatrix.ADJUSTED_RESULT;
  public static final String CONTEXT_INDEX = "context_index";

  private static final int DEFAULT_K = 3;
  private static final int DEFAULT_RESTARTS = 50;
  private static final int DEFAULT_K_MAX = 8;
  private static final int DEFAULT_REPLICATES = 100;
  private static final int LEAST_REPLICATES = 20;
  private static final double DEFAULT_SIGNIFICANCE = 0.05;
  private static final double DEFAULT_BORDERLINE = 0.8;

  public ClusterSettings {
    features = features == null ? List.of(ADJUSTED_RESULT, CONTEXT_INDEX) : List.copyOf(features);
    k = k == null ? GroupCount.of(DEFAULT_K) : k;
    restarts = restarts == null ? DEFAULT_RESTARTS : restarts;
    int fewest = Math.max(2, k.number().orElse(2));
    kMax = kMax == null ? Math.max(DEFAULT_K_MAX, fewest) : kMax;
    bootstraps = bootstraps == null ? DEFAULT_REPLICATES : bootstraps;
    nullSets = nullSets == null ? DEFAULT_REPLICATES : nullSets;
    significance = significance == null ? DEFAULT_SIGNIFICANCE : significance;
    borderlineBelow = borderlineBelow == null ? DEFAULT_BORDERLINE : borderlineBelow;
    keepNames = keepNames == null || keepNames;
    if (features.isEmpty()) {
      throw new StudyProblem("features", Message.of("study.no-feature"));
    }
    if (new HashSet<>(features).size() < features.size()) {
      throw new StudyProblem("features", Message.of("study.feature-twice", features.toString()));
    }
    if (restarts < 1) {
      throw new StudyProblem("restarts", Message.of("study.at-least", 1, restarts));
    }
    if (kMax < fewest) {
      throw new StudyProblem(
          "k_max", Message.of("study.at-least-k", fewest, k.written().toString(), kMax));
    }
    requireReplicates("bootstraps", bootstraps);
    requireReplicates("null_sets", nullSets);
    requireShare("significance", significance);
    requireShare("borderline_below", borderlineBelow);
    if (significance * (nullSets + 1) < 1) {
      throw new StudyProblem(
          "null_sets",
          Message.of("study.too-few-null-sets", nullSets, Double.toString(significance)));
    }
  }

  private static void requireReplicates(String key, int count) {
    if (count < LEAST_REPLICATES) {
      throw new StudyProblem(key, Message.of("study.at-least", LEAST_REPLICATES, count));
    }
  }

  private static void requireShare(String key, double share) {
    if (!(share > 0 && share < 1)) {
      throw new StudyProblem(key, Message.of("study.between-0-and-1", Double.toString(share)));
    }
  }

  public static ClusterSettings defaults() {
    return new ClusterSettings(null, null, null, null, null, null, null, null, null);
  }
}
