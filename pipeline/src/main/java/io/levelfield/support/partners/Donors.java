package io.levelfield.support.partners;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.input.School;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.text.Message;
import io.levelfield.stats.NormalTail;
import io.levelfield.study.PartnerSettings;
import io.levelfield.support.SupportBasis;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which schools may be donors: those that are surely strong for their context, are in no need of
 * help themselves, and whose results stand undoubted.
 */
final class Donors {
  private static final Set<Label> BARRING =
      EnumSet.of(Label.LOW_RESULT, Label.STABLY_LOW_RESULT, Label.CRISIS);

  private final PartnerSettings settings;
  private final Map<String, Double> aboveExpected = new HashMap<>();
  private final Map<String, Double> index = new HashMap<>();
  private final Set<String> inNeed = new HashSet<>();
  private final Set<String> doubted = new HashSet<>();

  Donors(SupportBasis basis, PartnerSettings settings) {
    this.settings = settings;
    for (ShrunkenResult result : basis.adjusted().shrunken()) {
      result
          .adjusted()
          .ifPresent(
              a -> aboveExpected.put(result.schoolId(), NormalTail.above(0, a.shrunken(), a.se())));
    }
    for (ContextScore score : basis.context().current()) {
      index.put(score.schoolId(), score.index());
    }
    basis.labels().help().forEach(need -> inNeed.add(need.schoolId()));
    basis.labels().identifications().stream()
        .filter(i -> i.formal() && BARRING.contains(i.label()))
        .map(Identification::schoolId)
        .forEach(inNeed::add);
    doubt(basis);
  }

  /** Doubts of the years that the school's pooled result rests on. */
  private void doubt(SupportBasis basis) {
    Map<String, SchoolResult> results = new HashMap<>();
    basis.outcomes().results().forEach(result -> results.put(result.schoolId(), result));
    Stream.of(
            basis.quality().unconfirmed(),
            basis.quality().offScale(),
            basis.quality().poorlyAttended().keySet())
        .flatMap(Set::stream)
        .filter(key -> counts(key, results.get(key.schoolId())))
        .forEach(key -> doubted.add(key.schoolId()));
  }

  private static boolean counts(TallyKey key, SchoolResult result) {
    int year = key.measure().year();
    return result != null && result.firstYear() <= year && year <= result.lastYear();
  }

  /** Probability that the school is above what its context lets one expect; absent if unknown. */
  OptionalDouble aboveExpected(String school) {
    Double probability = aboveExpected.get(school);
    return probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability);
  }

  /** The school's index of social well-being; absent if unknown. */
  OptionalDouble index(String school) {
    Double value = index.get(school);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** All known indices. */
  double[] indices() {
    return index.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Donors among schools, in their order. */
  List<School> among(List<School> schools) {
    return schools.stream().filter(school -> barring(school).isEmpty()).toList();
  }

  /** Whether it is known of any school how sure it is to be above what is expected. */
  boolean anyKnown() {
    return !aboveExpected.isEmpty();
  }

  /** What keeps the school from being a donor; empty where nothing does. */
  Optional<Message> barring(School school) {
    OptionalDouble above = aboveExpected(school.id());
    if (inNeed.contains(school.id())) {
      return Optional.of(Message.of("partners.donor-in-need"));
    }
    if (above.isEmpty() || index(school.id()).isEmpty()) {
      return Optional.of(Message.of("partners.donor-unknown"));
    }
    if (above.getAsDouble() < settings.donorFrom()) {
      return Optional.of(
          Message.of("partners.donor-not-strong", above.getAsDouble(), settings.donorFrom()));
    }
    if (doubted.contains(school.id())) {
      return Optional.of(Message.of("partners.donor-doubted"));
    }
    if (school.selective().orElse(false) && !settings.selective()) {
      return Optional.of(Message.of("partners.donor-selective"));
    }
    return settings.placesOf(school.id()) == 0
        ? Optional.of(Message.of("partners.donor-no-places"))
        : Optional.empty();
  }
}
