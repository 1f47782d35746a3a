package io.levelfield.model.cluster;

import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * What a run takes over from the newest complete run of its output directory.
 *
 * @param groups to number and name groups after; absent where there is no such run
 * @param notes why groups could not be taken over
 */
public record EarlierRun(Optional<EarlierGroups> groups, List<Message> notes) {

  /** Nothing is taken over. */
  public static final EarlierRun NONE = new EarlierRun(Optional.empty(), List.of());

  public EarlierRun {
    notes = List.copyOf(notes);
  }
}
