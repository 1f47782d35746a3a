package io.levelfield.model.cluster;

import java.util.List;

/** Schools by features, in the features' own units and without gaps. */
public final class FeatureMatrix {

  /** Key of the pooled result as a feature. */
  public static final String RESULT = "result";

  /** Key of the result adjusted for context as a feature. */
  public static final String ADJUSTED_RESULT = "adjusted_result";

  /** Which side of a school a feature describes, for naming groups. */
  public enum Axis {
    RESULT,
    CONTEXT
  }

  /**
   * A column of the matrix.
   *
   * @param key the feature's key in the study
   * @param axis result or context
   * @param favourable whether a higher value is the better one
   */
  public record Feature(String key, Axis axis, boolean favourable) {}

  private final List<String> schoolIds;
  private final List<Feature> features;
  private final double[][] values;

  /**
   * Takes a copy of the values.
   *
   * @param schoolIds row names, ascending
   * @param features column definitions
   * @param values {@code [school][feature]}
   * @throws IllegalArgumentException if the shapes disagree or a value is not finite
   */
  public FeatureMatrix(List<String> schoolIds, List<Feature> features, double[][] values) {
    this.schoolIds = List.copyOf(schoolIds);
    this.features = List.copyOf(features);
    if (values.length != schoolIds.size()) {
      throw new IllegalArgumentException(
          values.length + " rows for " + schoolIds.size() + " schools");
    }
    for (double[] row : values) {
      if (row.length != features.size()) {
        throw new IllegalArgumentException(
            row.length + " values for " + features.size() + " features");
      }
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("a feature value is not finite: " + value);
        }
      }
    }
    this.values = copy(values);
  }

  public List<String> schoolIds() {
    return schoolIds;
  }

  public List<Feature> features() {
    return features;
  }

  /** A copy of the values, {@code [school][feature]}. */
  public double[][] values() {
    return copy(values);
  }

  private static double[][] copy(double[][] values) {
    double[][] copy = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i].clone();
    }
    return copy;
  }
}
