package io.levelfield.cluster;

import io.levelfield.cluster.GroupNames.NamedGroup;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.stats.Standardisation;
import java.util.List;

/** Numbers and names groups. */
@FunctionalInterface
public interface GroupNaming {

  /**
   * Names groups.
   *
   * @param features what the columns of the centres are
   * @param scaling what the features were standardised with
   * @param centres in standard deviations, {@code [group][feature]}
   * @return the groups in the order of their numbers
   */
  List<NamedGroup> name(List<Feature> features, Standardisation scaling, double[][] centres);

  /** Names groups by their centres, as if there had been none before. */
  static GroupNaming afresh() {
    return (features, scaling, centres) -> GroupNames.of(features, centres);
  }
}
