package io.levelfield.model.cluster;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.List;

/**
 * Similar schools.
 *
 * @param schools ordered by school; empty where similar schools were not sought
 */
public record Neighbourhoods(List<Neighbourhood> schools, List<Message> notes)
    implements StageResult {

  public Neighbourhoods {
    schools = List.copyOf(schools);
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return Message.of(
        "similar.summary",
        schools.stream().filter(school -> !school.neighbours().isEmpty()).count(),
        schools.size());
  }
}
