package io.levelfield.identify;

import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results that the screen of objectivity does not confirm, school by school. */
final class UnconfirmedResults {
  private final Map<String, List<TallyKey>> bySchool;
  private final int year;

  private UnconfirmedResults(Map<String, List<TallyKey>> bySchool, int year) {
    this.bySchool = bySchool;
    this.year = year;
  }

  static UnconfirmedResults of(Evidence evidence) {
    return new UnconfirmedResults(
        evidence.quality().unconfirmed().stream()
            .sorted()
            .collect(Collectors.groupingBy(TallyKey::schoolId)),
        evidence.year());
  }

  /**
   * What keeps the school off the positive lists; empty where nothing does.
   *
   * @param years that count, the newest included: an older doubt has expired
   */
  List<Message> of(String school, int years) {
    return bySchool.getOrDefault(school, List.of()).stream()
        .filter(key -> key.measure().year() > year - years && key.measure().year() <= year)
        .map(
            key ->
                Message.of(
                    "unconfirmed", Examination.of(key.measure()).name(), key.measure().year()))
        .toList();
  }
}
