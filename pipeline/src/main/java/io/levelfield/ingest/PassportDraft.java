package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.input.PupilSpread;
import io.levelfield.study.Examinations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Passports being put together: one school-year's indicators may come from several files. */
final class PassportDraft {
  private static final Comparator<PassportCount> ORDER =
      Comparator.comparing(PassportCount::schoolId)
          .thenComparingInt(PassportCount::year)
          .thenComparing(PassportCount::indicator);

  private final Map<SchoolYear, Map<String, Double>> values = new TreeMap<>();
  private final Map<SchoolYear, Map<String, Double>> errors = new TreeMap<>();
  private final Map<SchoolYear, Map<String, Long>> pupils = new TreeMap<>();
  private final List<PupilSpread> spreads = new ArrayList<>();
  private final List<PassportCount> counts = new ArrayList<>();
  private final Map<SchoolYear, Map<Examinations, Long>> enrolled = new HashMap<>();

  /** Adds what rows of passports say. */
  void add(Map<PassportReader.Key, PassportCell> cells) {
    cells.forEach(
        (key, cell) -> {
          if (key.enrolledIn().isPresent()) {
            enrolled
                .computeIfAbsent(key.from(), k -> new HashMap<>())
                .put(key.enrolledIn().get(), Math.round(cell.value()));
            return;
          }
          values
              .computeIfAbsent(key.from(), k -> new TreeMap<>())
              .put(key.indicator(), cell.value());
          cell.count()
              .ifPresent(
                  count ->
                      counts.add(
                          new PassportCount(
                              key.from().schoolId(),
                              key.from().year(),
                              key.indicator(),
                              count,
                              cell.total().orElseThrow())));
        });
  }

  /**
   * Adds what rows of pupils say of a school-year.
   *
   * @return false, and nothing added, if one of the indicators is known already
   */
  boolean add(SchoolYear key, Map<String, Double> known) {
    Map<String, Double> own = values.computeIfAbsent(key, k -> new TreeMap<>());
    if (known.keySet().stream().anyMatch(own::containsKey)) {
      return false;
    }
    own.putAll(known);
    return true;
  }

  /** Keeps the standard errors of values that are means of some pupils. */
  void errors(SchoolYear key, Map<String, Double> own) {
    errors.computeIfAbsent(key, k -> new TreeMap<>()).putAll(own);
  }

  /** Keeps how many pupils values are the means of. */
  void pupils(SchoolYear key, Map<String, Long> own) {
    pupils.computeIfAbsent(key, k -> new TreeMap<>()).putAll(own);
  }

  /** Keeps how pupils differ within schools. */
  void spreads(List<PupilSpread> found) {
    spreads.addAll(found);
  }

  List<PupilSpread> spreads() {
    return spreads;
  }

  /** Pupils who should have sat examinations of the year. */
  Map<SchoolYear, Map<Examinations, Long>> enrolled() {
    return enrolled;
  }

  /** Counts with their totals, ordered by school, year and indicator. */
  List<PassportCount> counts() {
    return counts.stream().sorted(ORDER).toList();
  }

  /** The passports, ordered by school and year. */
  List<Passport> passports() {
    List<Passport> passports = new ArrayList<>();
    values.forEach(
        (key, known) ->
            passports.add(
                new Passport(
                    key.schoolId(),
                    key.year(),
                    known,
                    errors.getOrDefault(key, Map.of()),
                    pupils.getOrDefault(key, Map.of()))));
    return passports;
  }
}
