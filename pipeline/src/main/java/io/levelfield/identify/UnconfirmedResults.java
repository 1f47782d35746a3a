package io.levelfield.identify;

import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Results that the screen of objectivity does not confirm, results that look like those of another
 * scale, and results that too few pupils took, school by school.
 */
final class UnconfirmedResults {
  private final Map<String, List<TallyKey>> unconfirmed;
  private final Map<String, List<TallyKey>> offScale;
  private final Map<String, List<TallyKey>> poorlyAttended;
  private final Map<TallyKey, Double> participation;
  private final int year;

  private UnconfirmedResults(Quality quality, int year) {
    unconfirmed = bySchool(quality.unconfirmed());
    offScale = bySchool(quality.offScale());
    poorlyAttended = bySchool(quality.poorlyAttended().keySet());
    participation = quality.poorlyAttended();
    this.year = year;
  }

  static UnconfirmedResults of(Evidence evidence) {
    return new UnconfirmedResults(evidence.quality(), evidence.year());
  }

  private static Map<String, List<TallyKey>> bySchool(Set<TallyKey> keys) {
    return keys.stream().sorted().collect(Collectors.groupingBy(TallyKey::schoolId));
  }

  /**
   * What keeps the school off the positive lists; empty where nothing does.
   *
   * @param years that count, the newest included: an older doubt has expired
   */
  List<Message> of(String school, int years) {
    return Stream.of(
            counting(unconfirmed, school, years)
                .map(
                    key ->
                        Message.of(
                            "unconfirmed",
                            Examination.of(key.measure()).name(),
                            key.measure().year())),
            counting(offScale, school, years)
                .map(
                    key ->
                        Message.of(
                            "label.off-scale",
                            Examination.of(key.measure()).name(),
                            Integer.toString(key.measure().year()))),
            counting(poorlyAttended, school, years)
                .map(
                    key ->
                        Message.of(
                            "label.absent-pupils",
                            Examination.of(key.measure()).name(),
                            Integer.toString(key.measure().year()),
                            participation.get(key))))
        .flatMap(doubts -> doubts)
        .toList();
  }

  private Stream<TallyKey> counting(
      Map<String, List<TallyKey>> bySchool, String school, int years) {
    return bySchool.getOrDefault(school, List.of()).stream()
        .filter(key -> key.measure().year() > year - years && key.measure().year() <= year);
  }
}
