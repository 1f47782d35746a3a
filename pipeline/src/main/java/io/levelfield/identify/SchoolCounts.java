package io.levelfield.identify;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How many of a school's pupils stayed below the minimum, by examination and year. */
final class SchoolCounts {
  private record Window(int year, int years) {}

  private final Map<Examination, NavigableMap<Integer, Count>> counts = new TreeMap<>();
  private final Map<Window, Map<Examination, Count>> held = new HashMap<>();

  /**
   * Pupils of a school in an examination.
   *
   * @param below pupils below the minimum
   * @param participants at least 1
   * @param spread of the schools' true shares; absent where there is no other school
   * @param kind of the school among them; 0 where there is no other school
   */
  record Count(long below, long participants, Optional<MeasureModel.Shares> spread, int kind) {
    double share() {
      return (double) below / participants;
    }
  }

  /**
   * The counts of every school that has any.
   *
   * @param outcomes ordered by key
   */
  static Map<String, SchoolCounts> bySchool(
      List<OutcomeEstimate> outcomes, List<MeasureModel> models) {
    Map<Measure, Optional<MeasureModel.Shares>> spreads = new HashMap<>();
    models.forEach(model -> spreads.put(model.measure(), model.shares()));
    Map<String, SchoolCounts> bySchool = new TreeMap<>();
    for (OutcomeEstimate outcome : outcomes) {
      ResultTally tally = outcome.tally();
      if (tally.belowMinimum().isPresent() && tally.participants().orElse(0) > 0) {
        Optional<MeasureModel.Shares> spread =
            spreads.getOrDefault(tally.measure(), Optional.empty());
        var count =
            new Count(
                tally.belowMinimum().getAsLong(),
                tally.participants().getAsLong(),
                spread,
                spread.map(own -> own.spread().kind(tally.schoolId())).orElse(0));
        bySchool
            .computeIfAbsent(tally.schoolId(), school -> new SchoolCounts())
            .counts
            .computeIfAbsent(Examination.of(tally.measure()), e -> new TreeMap<>())
            .put(tally.measure().year(), count);
      }
    }
    return bySchool;
  }

  /** The examinations of a year. */
  Map<Examination, Count> in(int year) {
    return in(year, 1);
  }

  /**
   * The examinations of a year, each put together with those of the years before it. The rules ask
   * for the same years over and over, so they are kept.
   */
  Map<Examination, Count> in(int year, int pooled) {
    return held.computeIfAbsent(new Window(year, pooled), this::held);
  }

  private Map<Examination, Count> held(Window window) {
    Map<Examination, Count> examinations = new TreeMap<>();
    counts.forEach(
        (examination, years) -> {
          Count own = years.get(window.year());
          if (own != null) {
            long below = 0;
            long participants = 0;
            for (Count count :
                years.subMap(window.year() - window.years(), false, window.year(), true).values()) {
              below += count.below();
              participants += count.participants();
            }
            examinations.put(examination, new Count(below, participants, own.spread(), own.kind()));
          }
        });
    return Collections.unmodifiableMap(examinations);
  }

  /**
   * Pupils of a year: the most participants of each grade, for a pupil may sit several
   * examinations.
   */
  long pupils(int year) {
    Map<String, Long> grades = new HashMap<>();
    in(year).forEach((e, count) -> grades.merge(e.grade(), count.participants(), Math::max));
    return grades.values().stream().mapToLong(Long::longValue).sum();
  }
}
