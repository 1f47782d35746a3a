package io.levelfield.identify;

import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.GroupName.Level;
import io.levelfield.model.cluster.GroupName.Trait;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.identify.GroupContradiction;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where labels and groups disagree, as a school labelled low in the group of high results: a label
 * follows its own rule, a group all of a school's features at once.
 */
final class GroupContradictions {
  private static final Trait LOW = new Trait(Axis.RESULT, Level.LOW);
  private static final Trait HIGH = new Trait(Axis.RESULT, Level.HIGH);
  private static final Trait FAVOURABLE = new Trait(Axis.CONTEXT, Level.HIGH);

  /** What must not be said of the group of a school with the label. */
  private static final Map<Label, Trait> OPPOSITE =
      Map.of(
          Label.LOW_RESULT, HIGH,
          Label.STABLY_LOW_RESULT, HIGH,
          Label.CRISIS, HIGH,
          Label.UNFAVOURABLE_CONTEXT, FAVOURABLE,
          Label.HIGH_RESULT, LOW,
          Label.RESILIENT, LOW);

  private GroupContradictions() {}

  /** Those of the schools with a group, ordered by school. */
  static List<GroupContradiction> of(List<Identification> found, Optional<Grouping> grouping) {
    Map<String, List<Identification>> borne =
        found.stream()
            .filter(Identification::flag)
            .collect(Collectors.groupingBy(Identification::schoolId));
    return grouping.map(Grouping::assignments).orElse(List.of()).stream()
        .map(school -> of(school, borne.getOrDefault(school.schoolId(), List.of())))
        .filter(contradiction -> !contradiction.labels().isEmpty())
        .toList();
  }

  private static GroupContradiction of(ClusterAssignment school, List<Identification> borne) {
    return new GroupContradiction(
        school.schoolId(),
        school.name(),
        borne.stream()
            .map(Identification::label)
            .filter(label -> contradicts(label, school.name()))
            .sorted()
            .toList());
  }

  private static boolean contradicts(Label label, GroupName group) {
    return group.claims().stream().anyMatch(claim -> Objects.equals(claim, OPPOSITE.get(label)));
  }
}
