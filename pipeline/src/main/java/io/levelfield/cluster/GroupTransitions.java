package io.levelfield.cluster;

import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupModel.Group;
import io.levelfield.model.cluster.GroupTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Counts schools that went from group to group from year to year. The groups stay where they are:
 * every year's schools are standardised with the model's means and deviations and belong to its
 * nearest centre, so that a school changes its group only by its own change.
 */
public final class GroupTransitions {
  private GroupTransitions() {}

  /**
   * Counts transitions.
   *
   * @param years each year's schools with the features of the model, in the order of the model's
   * @return for each two consecutive years a row per group before and group after, those without
   *     schools included
   */
  public static List<GroupTransition> of(
      GroupModel model, SortedMap<Integer, FeatureMatrix> years) {
    List<GroupTransition> transitions = new ArrayList<>();
    int before = 0;
    Map<String, Integer> earlier = Map.of();
    for (Map.Entry<Integer, FeatureMatrix> year : years.entrySet()) {
      Map<String, Integer> now = groups(model, year.getValue());
      if (now.isEmpty()) {
        continue;
      }
      if (!earlier.isEmpty()) {
        int[][] schools = counts(earlier, now, model.groups().size());
        for (Group from : model.groups()) {
          for (Group to : model.groups()) {
            int count = schools[from.cluster() - 1][to.cluster() - 1];
            transitions.add(new GroupTransition(before, year.getKey(), from, to, count));
          }
        }
      }
      before = year.getKey();
      earlier = now;
    }
    return transitions;
  }

  /** The number of each school's group. */
  private static Map<String, Integer> groups(GroupModel model, FeatureMatrix schools) {
    double[][] values = schools.values();
    Map<String, Integer> groups = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      groups.put(schools.schoolIds().get(i), model.nearest(values[i]).group().cluster());
    }
    return groups;
  }

  /** Schools by group before and group after, those left out that only one year has. */
  private static int[][] counts(
      Map<String, Integer> earlier, Map<String, Integer> now, int groups) {
    int[][] counts = new int[groups][groups];
    earlier.forEach(
        (school, from) -> {
          Integer to = now.get(school);
          if (to != null) {
            counts[from - 1][to - 1]++;
          }
        });
    return counts;
  }
}
