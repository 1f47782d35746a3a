package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.HashSet;
import java.util.List;

/**
 * Which schools are like a school. No official rule is known; the defaults are this project's
 * proposals.
 */
public record SimilarSettings(
    @JsonPropertyDescription(
            "What schools are compared by: context_index, size (logarithm of examinations taken a"
                + " year), or indicators by key; never results (default [context_index, size]).")
        List<String> features,
    @JsonPropertyDescription(
            "mahalanobis: features that go together count once (default); standardised: each counts"
                + " for itself.")
        Metric metric,
    @JsonPropertyDescription("Similar schools sought for each school (default 7).")
        Integer neighbours,
    @JsonPropertyDescription(
            "Schools further away, in standard deviations, are not similar (default 1.5).")
        Double caliper,
    @JsonPropertyDescription(
            "By how much another kind of settlement keeps schools apart, in standard deviations"
                + " (default 1).")
        Double settlementPenalty,
    @JsonPropertyDescription(
            "A school is compared with its similar schools if it has so many of them with a result"
                + " (default 3).")
        Integer least) {

  /** How differences in several features become one distance. */
  public enum Metric {
    MAHALANOBIS,
    STANDARDISED
  }

  public static final String SIZE = "size";

  private static final int DEFAULT_NEIGHBOURS = 7;
  private static final double DEFAULT_CALIPER = 1.5;
  private static final double DEFAULT_SETTLEMENT_PENALTY = 1;
  private static final int DEFAULT_LEAST = 3;

  public SimilarSettings {
    features = features == null ? List.of(ClusterSettings.CONTEXT_INDEX, SIZE) : features;
    features = List.copyOf(features);
    metric = metric == null ? Metric.MAHALANOBIS : metric;
    neighbours = neighbours == null ? DEFAULT_NEIGHBOURS : neighbours;
    caliper = caliper == null ? DEFAULT_CALIPER : caliper;
    settlementPenalty = settlementPenalty == null ? DEFAULT_SETTLEMENT_PENALTY : settlementPenalty;
    least = least == null ? Math.min(DEFAULT_LEAST, neighbours) : least;
    if (features.isEmpty() || new HashSet<>(features).size() < features.size()) {
      throw new StudyProblem(
          "features", Message.of("study.different-features", features.toString()));
    }
    if (features.contains(ClusterSettings.RESULT)
        || features.contains(ClusterSettings.ADJUSTED_RESULT)) {
      throw new StudyProblem("features", Message.of("study.alike-in-results"));
    }
    if (neighbours < 1) {
      throw new StudyProblem("neighbours", Message.of("study.at-least", 1, neighbours));
    }
    if (!(caliper > 0 && Double.isFinite(caliper))) {
      throw new StudyProblem("caliper", Message.of("study.above-0", Double.toString(caliper)));
    }
    if (!(settlementPenalty >= 0)) {
      throw new StudyProblem(
          "settlement_penalty", Message.of("study.at-least", 0, settlementPenalty));
    }
    if (least < 1 || least > neighbours) {
      throw new StudyProblem("least", Message.of("study.from-1-to-neighbours", neighbours, least));
    }
  }

  /** The settings of a study that says nothing of similar schools. */
  public static SimilarSettings defaults() {
    return new SimilarSettings(null, null, null, null, null, null);
  }
}
