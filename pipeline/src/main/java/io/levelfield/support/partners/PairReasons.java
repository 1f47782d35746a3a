package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import io.levelfield.model.support.Partnership;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a school has its partner, or none. */
final class PairReasons {
  private final Map<String, School> schools;
  private final PairTerms terms;
  private final List<School> donors;
  private final DonorsInReach inReach;

  /**
   * @param schools by code
   * @param donors ordered by code
   */
  PairReasons(Map<String, School> schools, PairTerms terms, List<School> donors) {
    this.schools = schools;
    this.terms = terms;
    this.donors = donors;
    this.inReach = terms.inReach(donors);
  }

  /** What speaks for the pair and against it. */
  List<Message> of(School school, Partnership pair) {
    List<Message> reasons = new ArrayList<>();
    if (pair.fixed()) {
      reasons.add(Message.of("partners.settled"));
    }
    pair.aboveExpected().ifPresent(p -> reasons.add(Message.of("partners.strong", p)));
    reasons.add(
        pair.contextDistance().isPresent()
            ? Message.of("partners.context", pair.contextDistance().getAsDouble())
            : Message.of("partners.context-unknown"));
    journey(pair).ifPresent(reasons::add);
    subjects(pair).ifPresent(reasons::add);
    if (!pair.fixed()) {
      cheaper(school, pair)
          .ifPresent(donor -> reasons.add(Message.of("partners.cheaper", told(donor.id()))));
      reasons.add(
          pair.secondBest()
              .map(
                  other ->
                      Message.of(
                          "partners.second-best", told(other), pair.secondBestGap().getAsDouble()))
              .orElse(Message.of("partners.no-second-best")));
    }
    return reasons;
  }

  private Optional<Message> journey(Partnership pair) {
    if (pair.journey().kilometres().isPresent()) {
      return Optional.of(
          Message.of("partners.kilometres", pair.journey().kilometres().getAsDouble()));
    }
    if (pair.journey().minutes().isPresent()) {
      return Optional.of(Message.of("partners.minutes", pair.journey().minutes().getAsDouble()));
    }
    return terms.journeysKnown()
        ? Optional.of(Message.of("partners.journey-unknown"))
        : Optional.empty();
  }

  private static Optional<Message> subjects(Partnership pair) {
    if (pair.weakSubjects().isEmpty()) {
      return Optional.empty();
    }
    String weak = String.join(", ", pair.weakSubjects());
    return Optional.of(
        pair.covered().isEmpty()
            ? Message.of("partners.not-covered", weak)
            : Message.of("partners.covered", weak, String.join(", ", pair.covered())));
  }

  /** The donor that would cost this school the least, where it is not the one it has. */
  private Optional<School> cheaper(School school, Partnership pair) {
    return allowed(school)
        .filter(donor -> terms.cost(school, donor).total() < pair.cost().total())
        .min(
            Comparator.<School>comparingInt(donor -> terms.cost(school, donor).total())
                .thenComparing(School::id));
  }

  private Stream<School> allowed(School school) {
    return inReach.donorsOf(school).stream();
  }

  /** Why a school is left without a partner. */
  List<Message> ofNone(School school) {
    if (donors.isEmpty()) {
      return List.of(Message.of("partners.nobody-is-donor"));
    }
    List<Message> reasons = new ArrayList<>();
    Map<String, List<Message>> bans = new LinkedHashMap<>();
    for (School donor : donors) {
      terms
          .ban(school, donor)
          .ifPresent(ban -> bans.computeIfAbsent(ban.code(), c -> new ArrayList<>()).add(ban));
    }
    bans.values()
        .forEach(
            same ->
                reasons.add(
                    Message.of(
                        "partners.barred",
                        same.size(),
                        same.stream().min(PairReasons::nearest).orElseThrow())));
    List<String> full = allowed(school).map(donor -> told(donor.id())).toList();
    reasons.add(
        full.isEmpty()
            ? Message.of("partners.none-in-reach", donors.size())
            : Message.of("partners.all-full", String.join(", ", full)));
    return reasons;
  }

  /** Bans of one kind, which begin with how far it is or have no facts. */
  private static int nearest(Message one, Message other) {
    return one.facts().isEmpty()
        ? 0
        : Double.compare((Double) one.facts().get(0), (Double) other.facts().get(0));
  }

  private String told(String code) {
    String name = schools.get(code).name();
    return name.isEmpty() ? code : name + " (" + code + ")";
  }
}
