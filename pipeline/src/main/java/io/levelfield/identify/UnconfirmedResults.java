package io.levelfield.identify;

import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results that the screen of objectivity does not confirm, school by school. */
final class UnconfirmedResults {
  private final Map<String, List<TallyKey>> bySchool;

  private UnconfirmedResults(Map<String, List<TallyKey>> bySchool) {
    this.bySchool = bySchool;
  }

  static UnconfirmedResults of(Evidence evidence) {
    return new UnconfirmedResults(
        evidence.quality().unconfirmed().stream()
            .sorted()
            .collect(Collectors.groupingBy(TallyKey::schoolId)));
  }

  /** What keeps the school off the positive lists; empty where nothing does. */
  List<Message> of(String school) {
    return bySchool.getOrDefault(school, List.of()).stream()
        .map(
            key ->
                Message.of(
                    "unconfirmed", Examination.of(key.measure()).name(), key.measure().year()))
        .toList();
  }
}
