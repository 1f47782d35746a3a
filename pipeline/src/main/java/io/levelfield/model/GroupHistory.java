package io.levelfield.model;

import java.util.List;

/**
 * How the groups and their schools came to where they are.
 *
 * @param transitions of schools between groups that stay where they are now, a row per pair of
 *     consecutive years, group before and group after
 */
public record GroupHistory(List<GroupTransition> transitions) {

  /** Where there are no groups, nothing has changed. */
  public static final GroupHistory NONE = new GroupHistory(List.of());

  public GroupHistory {
    transitions = List.copyOf(transitions);
  }
}
