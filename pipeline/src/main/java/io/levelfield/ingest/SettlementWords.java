package io.levelfield.ingest;

import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings.Settlements;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words of the register for a kind of settlement of which nobody has said whether it is rural. */
final class SettlementWords {
  private static final Set<String> KNOWN = Set.of("", "urban", "rural");

  private final Settlements settings;

  SettlementWords(Settlements settings) {
    this.settings = settings;
  }

  /** A note of the words, with how many schools have each. */
  Optional<Message> note(Collection<School> schools) {
    Map<String, Long> unknown =
        schools.stream()
            .map(School::settlement)
            .filter(word -> !KNOWN.contains(word))
            .filter(word -> !settings.rural().contains(word) && !settings.urban().contains(word))
            .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "inputs.settlement-words",
                unknown.entrySet().stream()
                    .map(word -> word.getKey() + " (" + word.getValue() + ")")
                    .collect(Collectors.joining(", "))));
  }
}
