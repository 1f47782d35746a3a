package io.levelfield.model.identify;

import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the lists of labels are worth in districts like the study's own.
 *
 * @param byLabel no entry for labels of which simulated districts do not tell
 * @param notes why none were drawn, where the study asks for some
 */
public record ListErrors(Map<Label, SimulatedErrors> byLabel, List<Message> notes) {
  /** None were asked for. */
  public static final ListErrors NONE = new ListErrors(Map.of(), List.of());

  public ListErrors {
    byLabel = Collections.unmodifiableMap(new TreeMap<>(byLabel));
    notes = List.copyOf(notes);
  }
}
