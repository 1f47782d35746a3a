package io.levelfield.model.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The schools' groups and what speaks for them.
 *
 * @param assignments ordered by school
 * @param centres ordered by group number
 * @param validity ordered by k
 * @param scaling mean and standard deviation each feature was standardised with
 * @param agreement with other ways of grouping; none for one group
 */
public record Grouping(
    List<ClusterAssignment> assignments,
    List<ClusterCentre> centres,
    List<ClusterValidity> validity,
    List<FeatureScale> scaling,
    List<GroupAgreement> agreement) {

  /** A feature's mean and sample standard deviation over the grouped schools. */
  public record FeatureScale(String feature, double mean, double sd) {}

  public Grouping {
    assignments = List.copyOf(assignments);
    centres = List.copyOf(centres);
    validity = List.copyOf(validity);
    scaling = List.copyOf(scaling);
    agreement = List.copyOf(agreement);
  }

  /** Why the groups are these, and what they are worth. */
  public Optional<ClusterValidity.Choice> choice() {
    return validity.stream().flatMap(partition -> partition.choice().stream()).findFirst();
  }

  /** Whether what names of groups say of results is said of adjusted ones alone. */
  public boolean namedByAdjustedResult() {
    List<String> features = scaling.stream().map(FeatureScale::feature).toList();
    return features.contains(FeatureMatrix.ADJUSTED_RESULT)
        && !features.contains(FeatureMatrix.RESULT);
  }
}
