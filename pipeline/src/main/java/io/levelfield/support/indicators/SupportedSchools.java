package io.levelfield.support.indicators;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.text.Message;
import io.levelfield.study.Programme;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Indicators 2, 5, 7, 8 and 13: what schools in support have and do. */
final class SupportedSchools {
  private final SupportBasis basis;
  private final double fall;

  /** Results less those expected, by year and school. */
  private final Map<Integer, Map<String, Double>> beyondExpected = new HashMap<>();

  SupportedSchools(SupportBasis basis, double fall) {
    this.basis = basis;
    this.fall = fall;
  }

  /** Schools of which a property of their support is true, among all of which it is known. */
  Answer share(Function<ReceivedSupport, Optional<Boolean>> property, String column, int year) {
    SortedMap<String, List<ReceivedSupport>> active = active(year);
    if (basis.data().support().received().isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-support"));
    }
    Set<String> holds = new HashSet<>();
    Set<String> known = new HashSet<>();
    active.forEach(
        (school, programmes) ->
            programmes.forEach(
                own ->
                    property
                        .apply(own)
                        .ifPresent(
                            value -> {
                              known.add(school);
                              if (value) {
                                holds.add(school);
                              }
                            })));
    if (known.isEmpty() && !active.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-support-column", column));
    }
    int all = basis.data().schools().size();
    int told = all - active.size() + known.size();
    return Answer.share(
        holds.size(),
        told,
        (double) told / all,
        basis.confidence(),
        Message.of("indicator.of-support", active.size(), active.size() - known.size()));
  }

  /** Indicator 2, of which the municipal programme is the first half. */
  Answer programmes(Optional<Programme> programme, int year) {
    if (programme.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-programme"));
    }
    Optional<Programme.Act> act = programme.get().municipalProgramme();
    if (act.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-act", "municipal_programme"));
    }
    int since = act.get().since().orElseThrow();
    Answer schools = share(ReceivedSupport::institutional, "institutional", year);
    if (since <= year) {
      return schools;
    }
    return schools.figure().isEmpty()
        ? schools
        : Answer.share(
            0,
            schools.figure().get().denominator(),
            1,
            basis.confidence(),
            Message.of("indicator.programme-later", Integer.toString(since)));
  }

  /** Indicator 7: of the schools in a programme, those that carry it out effectively. */
  Answer effective(int year) {
    if (basis.data().support().received().isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-support"));
    }
    SortedMap<String, List<ReceivedSupport>> active = active(year);
    if (active.isEmpty()) {
      return Answer.lacking(Message.of("indicator.nobody-in-support", Integer.toString(year)));
    }
    int effective = 0;
    int known = 0;
    for (Map.Entry<String, List<ReceivedSupport>> school : active.entrySet()) {
      Optional<Boolean> own = effective(school.getKey(), school.getValue(), year);
      if (own.isPresent()) {
        known++;
        effective += own.get() ? 1 : 0;
      }
    }
    if (known == 0) {
      return Answer.lacking(Message.of("indicator.no-milestones"));
    }
    return Answer.share(
        effective,
        known,
        (double) known / active.size(),
        basis.confidence(),
        Message.of("indicator.effective", fall));
  }

  /** Whether milestones are met and the adjusted result has not fallen since the programme. */
  private Optional<Boolean> effective(String school, List<ReceivedSupport> programmes, int year) {
    boolean planned =
        programmes.stream()
            .allMatch(
                own -> own.milestonesPlanned().isPresent() && own.milestonesMet().isPresent());
    int start = programmes.stream().mapToInt(own -> own.firstYear().orElseThrow()).min().orElse(0);
    Optional<Double> before = adjusted(school, start - 1);
    Optional<Double> now = adjusted(school, year);
    if (!planned || before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    boolean met =
        programmes.stream()
            .allMatch(own -> own.milestonesMet().getAsInt() == own.milestonesPlanned().getAsInt());
    return Optional.of(met && now.get() >= before.get() - fall);
  }

  private Optional<Double> adjusted(String school, int year) {
    return Optional.ofNullable(
        beyondExpected
            .computeIfAbsent(
                year,
                y ->
                    basis.adjusted().byYear().getOrDefault(y, List.of()).stream()
                        .collect(
                            Collectors.toMap(AdjustedResult::schoolId, AdjustedResult::residual)))
            .get(school));
  }

  /** Support under way in a year, by school. */
  private SortedMap<String, List<ReceivedSupport>> active(int year) {
    Map<String, List<ReceivedSupport>> bySchool = new HashMap<>();
    for (ReceivedSupport own : basis.data().support().received()) {
      if (own.firstYear().isPresent()
          && own.firstYear().getAsInt() <= year
          && year <= own.lastYear().orElse(Integer.MAX_VALUE)) {
        bySchool.computeIfAbsent(own.schoolId(), s -> new ArrayList<>()).add(own);
      }
    }
    return new TreeMap<>(bySchool);
  }
}
