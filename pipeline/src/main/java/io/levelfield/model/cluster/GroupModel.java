package io.levelfield.model.cluster;

import io.levelfield.model.cluster.Grouping.FeatureScale;
import java.util.Comparator;
import java.util.List;

/**
 * Groups as a model: enough to say of any school, of whatever year or run, which of them it is
 * nearest to.
 *
 * @param features in the order of the values of a school
 * @param groups ordered by number
 */
public record GroupModel(List<FeatureScale> features, List<Group> groups) {

  /**
   * A group of the model.
   *
   * @param cluster its number, from 1
   * @param name its name
   * @param standardised its centre per feature in standard deviations
   * @param inUnits its centre per feature in the feature's own unit
   */
  public record Group(
      int cluster, GroupName name, List<Double> standardised, List<Double> inUnits) {
    public Group {
      standardised = List.copyOf(standardised);
      inUnits = List.copyOf(inUnits);
    }

    /** A group from its centre as arrays. */
    public static Group of(int cluster, GroupName name, double[] standardised, double[] inUnits) {
      return new Group(
          cluster, name, ClusterCentre.boxed(standardised), ClusterCentre.boxed(inUnits));
    }
  }

  /**
   * The group a school belongs to.
   *
   * @param distance Euclidean distance to its centre in standardised features
   */
  public record Assigned(Group group, double distance) {}

  public GroupModel {
    features = List.copyOf(features);
    groups = List.copyOf(groups);
  }

  /** The model of a partition. */
  public static GroupModel of(Grouping grouping) {
    return new GroupModel(
        grouping.scaling(),
        grouping.centres().stream()
            .map(c -> new Group(c.cluster(), c.name(), c.standardised(), c.inUnits()))
            .toList());
  }

  /** Feature keys in the order of the values of a school. */
  public List<String> keys() {
    return features.stream().map(FeatureScale::feature).toList();
  }

  /**
   * The group whose centre is nearest; of equally near ones the first.
   *
   * @param values of a school, a value per feature in the feature's own unit
   */
  public Assigned nearest(double[] values) {
    return groups.stream()
        .map(group -> new Assigned(group, distance(values, group)))
        .min(Comparator.comparingDouble(Assigned::distance))
        .orElseThrow();
  }

  private double distance(double[] values, Group group) {
    double sum = 0;
    for (int j = 0; j < values.length; j++) {
      FeatureScale scale = features.get(j);
      double difference = (values[j] - scale.mean()) / scale.sd() - group.standardised().get(j);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
