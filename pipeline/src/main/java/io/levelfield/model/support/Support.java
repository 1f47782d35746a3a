package io.levelfield.model.support;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.List;

/**
 * What the authority does next, and whether it helped.
 *
 * @param segregation ordered by year and characteristic
 * @param notes what could not be told, and for want of what
 */
public record Support(List<SegregationIndex> segregation, Dynamics dynamics, List<Message> notes)
    implements StageResult {

  public Support {
    segregation = List.copyOf(segregation);
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return Message.of("support.summary", segregation.size(), dynamics.gaps().size());
  }
}
