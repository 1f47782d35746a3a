package io.levelfield.model.variation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far a study says something else under other settings.
 *
 * @param settings that were replaced, {@code key=value}
 * @param lists of all labels that could be judged, in their order
 * @param groups how many groups there are; 0 where none are made
 * @param groupAgreement adjusted Rand index with the study's own groups, over schools grouped in
 *     both; absent where either has no groups
 * @param ranks schools whose rank in the index changed, ordered by school
 */
public record Variation(
    List<String> settings,
    List<ListChange> lists,
    int groups,
    OptionalDouble groupAgreement,
    List<RankChange> ranks) {

  public Variation {
    settings = List.copyOf(settings);
    lists = List.copyOf(lists);
    ranks = List.copyOf(ranks);
  }

  /** The settings as they are told. */
  public String name() {
    return String.join(" ", settings);
  }
}
