package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Years in which many schools have no results of a procedure, though they had in the year next to
 * it: a file that is not whole reads well. Small schools that have takers in one year only come and
 * go alike, so what counts is how many more go than come.
 */
final class MissingSchools {
  /** So few may go for reasons of their own, whatever the share. */
  private static final int AT_LEAST = 3;

  /** Of what so many schools of a procedure take, all can be expected; others choose. */
  private static final double COMMON = 0.8;

  /** An examination may be given up for another by fewer, such as one of two kinds of maths. */
  private static final double OF_EXAMINATION = 0.5;

  private final double missingFrom;
  private final NavigableSet<Integer> years = new TreeSet<>();
  private final Map<String, NavigableMap<Integer, Set<String>>> procedures = new TreeMap<>();
  private final Map<String, NavigableMap<Integer, Set<String>>> examinations = new TreeMap<>();

  /** Procedure and grade of each examination. */
  private final Map<String, String> procedureOf = new HashMap<>();

  private MissingSchools(List<ResultTally> tallies, double missingFrom) {
    this.missingFrom = missingFrom;
    for (ResultTally tally : tallies) {
      Measure measure = tally.measure();
      String procedure = (measure.procedure() + " " + measure.grade()).strip();
      years.add(measure.year());
      add(procedures, procedure, tally);
      add(examinations, measure.examination(), tally);
      procedureOf.put(measure.examination(), procedure);
    }
  }

  private static void add(
      Map<String, NavigableMap<Integer, Set<String>>> schools, String name, ResultTally tally) {
    schools
        .computeIfAbsent(name, own -> new TreeMap<>())
        .computeIfAbsent(tally.measure().year(), year -> new HashSet<>())
        .add(tally.schoolId());
  }

  /** Schools that a procedure, or an examination, lacks in a year. */
  private record Gap(String name, Set<String> missing, int expected) {
    String value() {
      return name + ": " + missing.size() + "/" + expected;
    }
  }

  /**
   * Finds them, a finding a year.
   *
   * @param missingFrom share of a procedure's schools from which it is asked about
   */
  static List<QualityFinding> findings(List<ResultTally> tallies, double missingFrom) {
    var schools = new MissingSchools(tallies, missingFrom);
    return schools.years.stream().flatMap(year -> schools.finding(year).stream()).toList();
  }

  /** For readers of the tables. */
  static List<Message> notes(List<QualityFinding> findings) {
    return findings.stream()
        .map(finding -> Message.of("quality.missing-schools", finding.facts().toArray()))
        .toList();
  }

  private Optional<QualityFinding> finding(int year) {
    List<Gap> gaps = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    procedures.forEach(
        (name, own) ->
            ofProcedure(name, own, year)
                .ifPresent(
                    gap -> {
                      gaps.add(gap);
                      asked.add(name);
                    }));
    examinations.forEach(
        (name, own) -> {
          if (!asked.contains(procedureOf.get(name))) {
            ofExamination(name, own, year).ifPresent(gaps::add);
          }
        });
    return gaps.isEmpty() ? Optional.empty() : Optional.of(finding(year, gaps));
  }

  private static QualityFinding finding(int year, List<Gap> gaps) {
    Message told = Message.NONE;
    Set<String> schools = new TreeSet<>();
    for (Gap gap : gaps) {
      Message own = Message.of("missing.of", gap.name(), gap.missing().size(), gap.expected());
      told = told.equals(Message.NONE) ? own : Message.of("missing.and", told, own);
      schools.addAll(gap.missing());
    }
    return new QualityFinding(
        "results",
        QualityFinding.SEVERAL,
        year,
        QualityFinding.SEVERAL,
        "missing-schools",
        gaps.stream().map(Gap::value).collect(Collectors.joining("; ")),
        Severity.DOUBTFUL,
        List.of(Integer.toString(year), told, Plausibility.named(schools)));
  }

  private Optional<Gap> ofProcedure(String name, NavigableMap<Integer, Set<String>> own, int year) {
    return other(own, year).flatMap(other -> gap(name, own.get(other), own.get(year), missingFrom));
  }

  private Optional<Gap> ofExamination(
      String name, NavigableMap<Integer, Set<String>> own, int year) {
    Map<Integer, Set<String>> procedure = procedures.get(procedureOf.get(name));
    return other(own, year)
        .filter(other -> own.get(other).size() >= COMMON * procedure.get(other).size())
        .filter(other -> procedure.containsKey(year))
        .flatMap(
            other -> {
              Set<String> expected = new HashSet<>(own.get(other));
              expected.retainAll(procedure.get(year));
              return gap(name, expected, own.get(year), Math.max(missingFrom, OF_EXAMINATION));
            });
  }

  /**
   * The year that a year is compared with: the one before of those that have results, of the first
   * one the next. Where there are none at all only the year before tells that there should be.
   */
  private Optional<Integer> other(NavigableMap<Integer, Set<String>> own, int year) {
    Integer before = own.lowerKey(year);
    if (!own.containsKey(year)) {
      return Optional.ofNullable(before).filter(last -> last.equals(years.lower(year)));
    }
    return Optional.ofNullable(before == null ? own.higherKey(year) : before);
  }

  private static Optional<Gap> gap(
      String name, Set<String> expected, Set<String> present, double from) {
    Set<String> here = present == null ? Set.of() : present;
    if (expected.size() - here.size() < Math.max(AT_LEAST, from * expected.size())) {
      return Optional.empty();
    }
    Set<String> missing = new HashSet<>(expected);
    missing.removeAll(here);
    return Optional.of(new Gap(name, missing, expected.size()));
  }
}
