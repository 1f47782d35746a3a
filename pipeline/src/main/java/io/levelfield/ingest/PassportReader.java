package io.levelfield.ingest;

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
    Map<String, Double> known = new HashMap<>();
    for (Map.Entry<String, Indicator> entry : indicators.entrySet()) {
      value(row, entry.getKey(), entry.getValue())
          .ifPresent(value -> known.put(entry.getKey(), value));
    }
    if (!passports.add(school, year, List.copyOf(indicators.keySet()), known)) {
      throw cells.bad(row, schoolAt, "this school has a passport for " + year + " already");
    }
  }

  private OptionalDouble value(FieldBuffer row, String key, Indicator indicator) throws BadCell {
    CsvShape shape = cells.shape();
    Unknown unknown = indicator.unknown();
    if (unknown.whenEmpty().isPresent()
        && cells.missing(row, shape.column(unknown.whenEmpty().get()))) {
      return OptionalDouble.empty();
    }
    if (indicator.count().isPresent()) {
      return share(row, indicator);
    }
    int at = shape.column(indicator.column().orElse(key));
    if (isCode(row, at, unknown)) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent()) {
      requireRange(row, at, indicator, value.getAsDouble());
    }
    return value;
  }

  private OptionalDouble share(FieldBuffer row, Indicator indicator) throws BadCell {
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
    requireRange(row, countAt, indicator, share);
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

  private void requireRange(FieldBuffer row, int at, Indicator indicator, double value)
      throws BadCell {
    if (indicator.range().isPresent()) {
      var range = indicator.range().get();
      if (value < range.lowest() - ROUNDING_SLACK || value > range.highest() + ROUNDING_SLACK) {
        throw cells.bad(row, at, "outside the plausible range " + range);
      }
    }
  }
}
