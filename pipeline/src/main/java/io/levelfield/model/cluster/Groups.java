package io.levelfield.model.cluster;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * The groups of schools and how they came to where they are.
 *
 * @param grouping absent where the study asks for no groups
 */
public record Groups(Optional<Grouping> grouping, GroupHistory history, List<Message> notes)
    implements StageResult {

  /** Where none were made. */
  public static final Groups NONE = new Groups(Optional.empty(), GroupHistory.NONE, List.of());

  public Groups {
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return grouping
        .map(g -> Message.of("cluster.summary", g.assignments().size(), g.centres().size()))
        .orElse(Message.of("cluster.not-asked"));
  }
}
