package io.levelfield.model.identify;

import io.levelfield.model.cluster.GroupName;
import java.util.List;

/**
 * A school whose labels say the opposite of its group's name.
 *
 * @param schoolId the school
 * @param group name of its group
 * @param labels that contradict it, ordered
 */
public record GroupContradiction(String schoolId, GroupName group, List<Label> labels) {

  public GroupContradiction {
    labels = List.copyOf(labels);
  }
}
