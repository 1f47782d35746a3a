package io.levelfield.ingest;

import io.levelfield.model.ImpossibleValue;
import io.levelfield.model.PassportCount;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Reads social passports: a row per school and year. */
final class PassportReader {
  private static final double ROUNDING_SLACK = 1e-9;

  private final Cells cells;
  private final ContextInput input;
  private final Map<String, Indicator> indicators;
  private final Predicate<String> knownSchool;
  private final PassportDraft passports;

  private PassportReader(
      CsvShape shape,
      ContextInput input,
      Map<String, Indicator> indicators,
      Predicate<String> knownSchool,
      PassportDraft passports) {
    this.cells = new Cells(shape);
    this.input = input;
    this.indicators = indicators;
    this.knownSchool = knownSchool;
    this.passports = passports;
  }

  /** File columns the mapping and the indicators name. */
  static List<String> wanted(ContextInput input, Map<String, Indicator> indicators) {
    List<String> wanted = new ArrayList<>(List.of(input.columns().schoolId()));
    input.columns().year().ifPresent(wanted::add);
    indicators.forEach(
        (key, indicator) -> {
          if (indicator.count().isPresent()) {
            wanted.add(indicator.count().get());
            wanted.add(indicator.denominator().orElseThrow());
          } else {
            wanted.add(indicator.column().orElse(key));
          }
          indicator.unknown().whenEmpty().ifPresent(wanted::add);
        });
    return wanted.stream().distinct().toList();
  }

  static List<PartLog> read(
      CsvFile file,
      ContextInput input,
      Map<String, Indicator> indicators,
      Predicate<String> knownSchool,
      PassportDraft passports) {
    var reader = new PassportReader(file.shape(), input, indicators, knownSchool, passports);
    List<PartLog> logs = new ArrayList<>();
    for (FilePart part : file.survey().parts()) {
      logs.add(Rows.read(part, file.shape(), (row, line) -> reader.take(row)));
    }
    return logs;
  }

  private void take(FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    int schoolAt = shape.column(input.columns().schoolId());
    String school = cells.required(row, schoolAt);
    if (!knownSchool.test(school)) {
      throw cells.bad(row, schoolAt, "no such school in the register");
    }
    int yearAt = shape.column(input.columns().year());
    int year =
        yearAt == Cells.ABSENT ? input.constants().year().orElseThrow() : cells.year(row, yearAt);
    var from = new RowOf(school, year);
    Map<String, Double> known = new HashMap<>();
    List<PassportCount> counts = new ArrayList<>();
    for (Map.Entry<String, Indicator> entry : indicators.entrySet()) {
      value(row, from, entry.getKey(), entry.getValue(), counts)
          .ifPresent(value -> known.put(entry.getKey(), value));
    }
    if (!passports.add(school, year, List.copyOf(indicators.keySet()), known)) {
      throw cells.bad(row, schoolAt, "this school has a passport for " + year + " already");
    }
    counts.forEach(passports::count);
  }

  /** Whose row it is. */
  private record RowOf(String schoolId, int year) {}

  private OptionalDouble value(
      FieldBuffer row, RowOf from, String key, Indicator indicator, List<PassportCount> counts)
      throws BadCell {
    CsvShape shape = cells.shape();
    Unknown unknown = indicator.unknown();
    if (unknown.whenEmpty().isPresent()
        && cells.missing(row, shape.column(unknown.whenEmpty().get()))) {
      return OptionalDouble.empty();
    }
    if (indicator.count().isPresent()) {
      return share(row, from, key, indicator, counts);
    }
    int at = shape.column(indicator.column().orElse(key));
    if (isCode(row, at, unknown)) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent()) {
      requireRange(row, from, key, at, indicator, value.getAsDouble());
    }
    return value;
  }

  private OptionalDouble share(
      FieldBuffer row, RowOf from, String key, Indicator indicator, List<PassportCount> counts)
      throws BadCell {
    int countAt = cells.shape().column(indicator.count());
    int denominatorAt = cells.shape().column(indicator.denominator());
    if (isCode(row, countAt, indicator.unknown())) {
      return OptionalDouble.empty();
    }
    OptionalDouble count = cells.number(row, countAt);
    OptionalDouble denominator = cells.number(row, denominatorAt);
    if (count.isEmpty() || denominator.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (count.getAsDouble() < 0) {
      throw cells.bad(row, countAt, "a count is not negative");
    }
    if (count.getAsDouble() > denominator.getAsDouble()) {
      passports.impossible(
          new ImpossibleValue(
              from.schoolId(), from.year(), key, true, row.text(countAt), row.text(denominatorAt)));
      throw cells.bad(
          row,
          countAt,
          "more than the total of "
              + row.text(denominatorAt)
              + " in column "
              + cells.columnName(denominatorAt));
    }
    if (denominator.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
    double share = count.getAsDouble() / denominator.getAsDouble();
    requireRange(row, from, key, countAt, indicator, share);
    counts.add(
        new PassportCount(
            from.schoolId(), from.year(), key, count.getAsDouble(), denominator.getAsDouble()));
    return OptionalDouble.of(share);
  }

  /**
   * Whether the cell holds one of the study's codes for 'unknown', compared as numbers if both are.
   */
  private boolean isCode(FieldBuffer row, int at, Unknown unknown) {
    if (unknown.values().isEmpty() || row.isEmpty(at)) {
      return false;
    }
    String text = row.text(at);
    double number = number(text);
    return unknown.values().stream()
        .anyMatch(code -> code.equals(text) || (number == number(code)));
  }

  private double number(String text) {
    char[] chars = text.toCharArray();
    return Numbers.parse(
        chars,
        0,
        chars.length,
        cells.shape().format().decimal(),
        cells.shape().format().delimiter());
  }

  private void requireRange(
      FieldBuffer row, RowOf from, String key, int at, Indicator indicator, double value)
      throws BadCell {
    if (indicator.range().isPresent()) {
      var range = indicator.range().get();
      if (value < range.lowest() - ROUNDING_SLACK || value > range.highest() + ROUNDING_SLACK) {
        passports.impossible(
            new ImpossibleValue(
                from.schoolId(), from.year(), key, false, row.text(at), range.toString()));
        throw cells.bad(row, at, "outside the plausible range " + range);
      }
    }
  }
}
