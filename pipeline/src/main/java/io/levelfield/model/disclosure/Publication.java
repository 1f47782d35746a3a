package io.levelfield.model.disclosure;

import io.levelfield.model.text.Message;
import java.util.List;

/**
 * All that is public.
 *
 * @param measures ordered
 * @param indicators ordered by indicator and year
 * @param notes what whoever publishes must know
 */
public record Publication(
    List<PublicMeasure> measures, List<PublicIndicator> indicators, List<Message> notes) {

  /** Before anything was made public. */
  public static final Publication NONE = new Publication(List.of(), List.of(), List.of());

  public Publication {
    measures = List.copyOf(measures);
    indicators = List.copyOf(indicators);
    notes = List.copyOf(notes);
  }

  public boolean isEmpty() {
    return measures.isEmpty() && indicators.isEmpty();
  }
}
