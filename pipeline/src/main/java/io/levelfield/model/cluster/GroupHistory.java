package io.levelfield.model.cluster;

import java.util.List;
import java.util.Optional;

/**
 * How the groups and their schools came to where they are.
 *
 * @param earlier the groups that numbers and names were kept from; absent where there were none
 * @param moves of the groups since then, ordered by number
 * @param transitions of schools between groups that stay where they are now, a row per pair of
 *     consecutive years, group before and group after
 */
public record GroupHistory(
    Optional<EarlierGroups> earlier, List<GroupMove> moves, List<GroupTransition> transitions) {

  /** Where there are no groups, nothing has changed. */
  public static final GroupHistory NONE = new GroupHistory(Optional.empty(), List.of(), List.of());

  public GroupHistory {
    moves = List.copyOf(moves);
    transitions = List.copyOf(transitions);
  }
}
