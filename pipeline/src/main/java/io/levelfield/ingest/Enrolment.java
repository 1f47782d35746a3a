package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.study.Examinations;
import io.levelfield.study.QualitySettings.Participation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many pupils should have sat each examination, as far as the sources together tell: the
 * results, the social passport of the year, and the school's other examinations that all pupils
 * take. Each may miss pupils, so the largest number counts.
 *
 * @param ofPassports pupils by what they should have sat
 * @param compulsory examinations that all pupils take
 */
record Enrolment(
    Map<SchoolYear, Map<Examinations, Long>> ofPassports,
    List<Examinations> compulsory,
    Participation settings) {

  /** Pupils who sit the same compulsory examinations. */
  private record Cohort(String school, int year, String procedure, String grade) {
    static Cohort of(ResultTally tally) {
      Measure measure = tally.measure();
      return new Cohort(tally.schoolId(), measure.year(), measure.procedure(), measure.grade());
    }
  }

  /** The same results, in their order, with enrolment. */
  List<ResultTally> of(List<ResultTally> tallies) {
    Set<Measure> ofAll = compulsory(tallies);
    Map<Cohort, Long> seen = seen(tallies, ofAll);
    if (seen.isEmpty() && ofPassports.isEmpty()) {
      return tallies;
    }
    Set<Measure> takenByAll = takenByAll(tallies, seen, ofAll);
    return tallies.stream()
        .map(
            tally ->
                larger(
                    larger(tally, ofPassport(tally)),
                    takenByAll.contains(tally.measure()) && tally.participants().isPresent()
                        ? seenElsewhere(tally, seen.get(Cohort.of(tally)))
                        : OptionalLong.empty()))
        .toList();
  }

  private static ResultTally larger(ResultTally tally, OptionalLong enrolled) {
    return enrolled.isPresent() && enrolled.getAsLong() > tally.enrolled().orElse(-1)
        ? tally.withEnrolled(enrolled.getAsLong())
        : tally;
  }

  /** That no more pupils were seen elsewhere does not say that none was absent. */
  private static OptionalLong seenElsewhere(ResultTally tally, long seen) {
    return seen > known(tally) ? OptionalLong.of(seen) : OptionalLong.empty();
  }

  private OptionalLong ofPassport(ResultTally tally) {
    return ofPassports
        .getOrDefault(new SchoolYear(tally.schoolId(), tally.measure().year()), Map.of())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().fits(tally.measure()))
        .mapToLong(Map.Entry::getValue)
        .max();
  }

  /** Measures of examinations that all pupils take. */
  private Set<Measure> compulsory(List<ResultTally> tallies) {
    Set<Measure> measures = new HashSet<>();
    tallies.forEach(tally -> measures.add(tally.measure()));
    measures.removeIf(measure -> compulsory.stream().noneMatch(own -> own.fits(measure)));
    return measures;
  }

  /** The most pupils that a compulsory examination tells of. */
  private Map<Cohort, Long> seen(List<ResultTally> tallies, Set<Measure> ofAll) {
    Map<Cohort, Long> seen = new HashMap<>();
    if (settings.seenElsewhere()) {
      tallies.stream()
          .filter(tally -> ofAll.contains(tally.measure()))
          .forEach(tally -> seen.merge(Cohort.of(tally), known(tally), Math::max));
    }
    return seen;
  }

  /**
   * Compulsory examinations that in fact nearly all take. Of two of which pupils sit one or the
   * other, neither tells who was absent.
   */
  private Set<Measure> takenByAll(
      List<ResultTally> tallies, Map<Cohort, Long> seen, Set<Measure> ofAll) {
    Map<Measure, long[]> counts = new HashMap<>();
    tallies.stream()
        .filter(tally -> ofAll.contains(tally.measure()) && seen.containsKey(Cohort.of(tally)))
        .filter(tally -> tally.participants().isPresent())
        .forEach(
            tally -> {
              long[] count = counts.computeIfAbsent(tally.measure(), measure -> new long[2]);
              count[0] += tally.participants().getAsLong();
              count[1] += seen.get(Cohort.of(tally));
            });
    Set<Measure> takenByAll = new HashSet<>();
    counts.forEach(
        (measure, count) -> {
          if (count[0] >= settings.barsBelow() * count[1]) {
            takenByAll.add(measure);
          }
        });
    return takenByAll;
  }

  /** Pupils whom the result tells of, whether they took the examination or not. */
  private static long known(ResultTally tally) {
    return Math.max(tally.participants().orElse(0), tally.enrolled().orElse(0));
  }
}
