package io.levelfield.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The centre of a group.
 *
 * @param cluster the group's number, from 1
 * @param name the group's name
 * @param size schools in the group
 * @param features feature keys
 * @param standardised the centre per feature in standard deviations
 * @param inUnits the centre per feature in the feature's own unit
 */
public record ClusterCentre(
    int cluster,
    GroupName name,
    int size,
    List<String> features,
    List<Double> standardised,
    List<Double> inUnits) {

  public ClusterCentre {
    Objects.requireNonNull(name, "name");
    features = List.copyOf(features);
    standardised = List.copyOf(standardised);
    inUnits = List.copyOf(inUnits);
  }

  /** Boxes an array of numbers for this record. */
  public static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
