package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import io.levelfield.study.QualitySettings.Coverage;
import java.util.ArrayList;
import java.util.BitSet;
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
  private final Coverage settings;
  private final List<String> schools;
  private final NavigableSet<Integer> years = new TreeSet<>();

  // Of each the schools by year, as places in the list: a nation has millions of results.
  private final Map<String, NavigableMap<Integer, BitSet>> procedures = new TreeMap<>();
  private final Map<String, NavigableMap<Integer, BitSet>> examinations = new TreeMap<>();

  /** Procedure and grade of each examination. */
  private final Map<String, String> procedureOf = new HashMap<>();

  private MissingSchools(List<ResultTally> tallies, Coverage settings) {
    this.settings = settings;
    schools = tallies.stream().map(ResultTally::schoolId).distinct().sorted().toList();
    Map<String, Integer> places = new HashMap<>();
    schools.forEach(school -> places.put(school, places.size()));
    Map<Measure, BitSet> byMeasure = new HashMap<>();
    for (ResultTally tally : tallies) {
      byMeasure
          .computeIfAbsent(tally.measure(), measure -> new BitSet())
          .set(places.get(tally.schoolId()));
    }
    byMeasure.forEach(
        (measure, own) -> {
          String procedure = (measure.procedure() + " " + measure.grade()).strip();
          years.add(measure.year());
          add(procedures, procedure, measure.year(), own);
          add(examinations, measure.examination(), measure.year(), own);
          procedureOf.put(measure.examination(), procedure);
        });
  }

  private static void add(
      Map<String, NavigableMap<Integer, BitSet>> schools, String name, int year, BitSet more) {
    schools
        .computeIfAbsent(name, own -> new TreeMap<>())
        .computeIfAbsent(year, own -> new BitSet())
        .or(more);
  }

  /** Schools that a procedure, or an examination, lacks in a year. */
  private record Gap(String name, BitSet missing, int expected) {
    String value() {
      return name + ": " + missing.cardinality() + "/" + expected;
    }
  }

  /** Finds them, a finding a year. */
  static List<QualityFinding> findings(List<ResultTally> tallies, Coverage settings) {
    var schools = new MissingSchools(tallies, settings);
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

  private QualityFinding finding(int year, List<Gap> gaps) {
    Message told = Message.NONE;
    var missing = new BitSet();
    for (Gap gap : gaps) {
      Message own =
          Message.of("missing.of", gap.name(), gap.missing().cardinality(), gap.expected());
      told = told.equals(Message.NONE) ? own : Message.of("missing.and", told, own);
      missing.or(gap.missing());
    }
    return new QualityFinding(
        "results",
        QualityFinding.SEVERAL,
        year,
        QualityFinding.SEVERAL,
        "missing-schools",
        gaps.stream().map(Gap::value).collect(Collectors.joining("; ")),
        Severity.DOUBTFUL,
        List.of(
            Integer.toString(year),
            told,
            Plausibility.named(missing.stream().mapToObj(schools::get).toList())));
  }

  private Optional<Gap> ofProcedure(String name, NavigableMap<Integer, BitSet> own, int year) {
    return other(own, year)
        .flatMap(other -> gap(name, own.get(other), own.get(year), settings.missingFrom()));
  }

  private Optional<Gap> ofExamination(String name, NavigableMap<Integer, BitSet> own, int year) {
    Map<Integer, BitSet> procedure = procedures.get(procedureOf.get(name));
    return other(own, year)
        .filter(other -> commonIn(procedure.get(other), own.get(other)))
        .filter(other -> procedure.containsKey(year))
        .flatMap(
            other -> {
              var expected = (BitSet) own.get(other).clone();
              expected.and(procedure.get(year));
              return gap(name, expected, own.get(year), settings.examinationFrom());
            });
  }

  private boolean commonIn(BitSet procedure, BitSet examination) {
    return examination.cardinality() >= settings.commonFrom() * procedure.cardinality();
  }

  /**
   * The year that a year is compared with: the one before of those that have results, of the first
   * one the next. Where there are none at all only the year before tells that there should be.
   */
  private Optional<Integer> other(NavigableMap<Integer, BitSet> own, int year) {
    Integer before = own.lowerKey(year);
    if (!own.containsKey(year)) {
      return Optional.ofNullable(before).filter(last -> last.equals(years.lower(year)));
    }
    return Optional.ofNullable(before == null ? own.higherKey(year) : before);
  }

  private Optional<Gap> gap(String name, BitSet expected, BitSet present, double from) {
    BitSet here = present == null ? new BitSet() : present;
    int wanted = expected.cardinality();
    if (wanted - here.cardinality() < Math.max(settings.atLeast(), from * wanted)) {
      return Optional.empty();
    }
    var missing = (BitSet) expected.clone();
    missing.andNot(here);
    return Optional.of(new Gap(name, missing, wanted));
  }
}
