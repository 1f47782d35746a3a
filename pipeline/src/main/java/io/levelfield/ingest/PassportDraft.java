package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.ImpossibleValue;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.PupilSpread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Passports being put together: one school-year's indicators may come from several files. */
final class PassportDraft {

  private final Map<SchoolYear, Map<String, Double>> values = new TreeMap<>();
  private final Map<SchoolYear, Set<String>> filled = new TreeMap<>();
  private final Map<SchoolYear, Map<String, Double>> errors = new TreeMap<>();
  private final List<PupilSpread> spreads = new ArrayList<>();
  private final List<PassportCount> counts = new ArrayList<>();
  private final List<ImpossibleValue> impossible = new ArrayList<>();

  /**
   * Adds what one row says of a school-year.
   *
   * @param indicators keys of the indicators the row covers, known or not
   * @param known values of those that are known
   * @return false, and nothing added, if another row has covered one of the indicators
   */
  boolean add(SchoolYear key, List<String> indicators, Map<String, Double> known) {
    Set<String> covered = filled.computeIfAbsent(key, k -> new HashSet<>());
    if (indicators.stream().anyMatch(covered::contains)) {
      return false;
    }
    covered.addAll(indicators);
    values.computeIfAbsent(key, k -> new TreeMap<>()).putAll(known);
    return true;
  }

  /** Keeps the standard errors of values that are means of some pupils. */
  void errors(SchoolYear key, Map<String, Double> own) {
    errors.computeIfAbsent(key, k -> new TreeMap<>()).putAll(own);
  }

  /** Keeps how pupils differ within schools. */
  void spreads(List<PupilSpread> found) {
    spreads.addAll(found);
  }

  List<PupilSpread> spreads() {
    return spreads;
  }

  /** Keeps a count with its total, once its row is known to be good. */
  void count(PassportCount count) {
    counts.add(count);
  }

  /** Keeps a value that cannot be right, for a question to the school. */
  void impossible(ImpossibleValue value) {
    impossible.add(value);
  }

  /** Counts with their totals, ordered by school, year and indicator. */
  List<PassportCount> counts() {
    return counts.stream()
        .sorted(
            Comparator.comparing(PassportCount::schoolId)
                .thenComparing(PassportCount::year)
                .thenComparing(PassportCount::indicator))
        .toList();
  }

  List<ImpossibleValue> impossible() {
    return impossible;
  }

  /** The passports, ordered by school and year. */
  List<Passport> passports() {
    List<Passport> passports = new ArrayList<>();
    values.forEach(
        (key, known) ->
            passports.add(
                new Passport(
                    key.schoolId(), key.year(), known, errors.getOrDefault(key, Map.of()))));
    return passports;
  }
}
