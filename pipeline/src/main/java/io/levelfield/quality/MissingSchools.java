package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Procedures of which many schools have no results in a year, though they had in the year next to
 * it: a file that is not whole reads well. Small schools that have takers in one year only come and
 * go alike, so what counts is how many more go than come.
 */
final class MissingSchools {
  /** So few may go for reasons of their own, whatever the share. */
  private static final int AT_LEAST = 3;

  private MissingSchools() {}

  /**
   * Finds them, a finding a procedure, grade and year.
   *
   * @param missingFrom share of the schools of the other year that is asked about
   */
  static List<QualityFinding> findings(List<ResultTally> tallies, double missingFrom) {
    Map<String, SortedMap<Integer, Set<String>>> schools = new TreeMap<>();
    for (ResultTally tally : tallies) {
      Measure measure = tally.measure();
      schools
          .computeIfAbsent(
              (measure.procedure() + " " + measure.grade()).strip(), name -> new TreeMap<>())
          .computeIfAbsent(measure.year(), year -> new TreeSet<>())
          .add(tally.schoolId());
    }
    List<QualityFinding> findings = new ArrayList<>();
    schools.forEach(
        (name, years) -> {
          List<Integer> ordered = List.copyOf(years.keySet());
          for (int i = 0; i < ordered.size() && ordered.size() > 1; i++) {
            int other = ordered.get(i == 0 ? 1 : i - 1);
            finding(name, ordered.get(i), years, other, missingFrom).ifPresent(findings::add);
          }
        });
    return findings;
  }

  private static Optional<QualityFinding> finding(
      String name, int year, Map<Integer, Set<String>> years, int other, double missingFrom) {
    Set<String> expected = years.get(other);
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(years.get(year));
    int fewer = expected.size() - years.get(year).size();
    if (fewer < Math.max(AT_LEAST, missingFrom * expected.size())) {
      return Optional.empty();
    }
    return Optional.of(
        new QualityFinding(
            "results",
            QualityFinding.SEVERAL,
            year,
            name,
            "missing-schools",
            missing.size() + "/" + expected.size(),
            Severity.NOTE,
            List.of(
                name,
                Integer.toString(year),
                missing.size(),
                expected.size(),
                Integer.toString(other),
                Plausibility.named(missing))));
  }

  /** For readers of the tables. */
  static List<Message> notes(List<QualityFinding> findings) {
    return findings.stream()
        .map(finding -> Message.of("quality.missing-schools", finding.facts().toArray()))
        .toList();
  }
}
