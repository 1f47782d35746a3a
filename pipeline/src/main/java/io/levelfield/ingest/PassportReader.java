package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.ImpossibleValue;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.text.Message;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads social passports: a row per school and year. */
final class PassportReader implements TableInput {
  private static final double ROUNDING_SLACK = 1e-9;

  private final ContextInput input;
  private final Map<String, Indicator> indicators;
  private final Predicate<String> knownSchool;
  private final PassportDraft passports;

  /**
   * @param passports filled; an indicator that is there already makes the row a reject
   */
  PassportReader(
      ContextInput input,
      Map<String, Indicator> indicators,
      Predicate<String> knownSchool,
      PassportDraft passports) {
    this.input = input;
    this.indicators = indicators;
    this.knownSchool = knownSchool;
    this.passports = passports;
  }

  @Override
  public List<String> wanted() {
    return wanted(input, indicators);
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return numbers(indicators).toList();
  }

  @Override
  public Set<String> shares() {
    return shares(indicators);
  }

  /** File columns of indicators whose range says that they are shares. */
  static Set<String> shares(Map<String, Indicator> indicators) {
    Set<String> shares = new HashSet<>();
    indicators.forEach(
        (key, indicator) -> {
          if (indicator.count().isEmpty()
              && indicator.range().filter(r -> r.lowest() >= 0 && r.highest() <= 1).isPresent()) {
            shares.add(indicator.column().orElse(key));
          }
        });
    return shares;
  }

  @Override
  public Rows.Consumer of(CsvShape file) {
    var cells = new Cells(file);
    return (row, line) -> take(cells, row);
  }

  /** File columns the mapping and the indicators name. */
  static List<String> wanted(ContextInput input, Map<String, Indicator> indicators) {
    List<String> wanted = new ArrayList<>(input.columns().schoolId().columns());
    input.columns().year().ifPresent(wanted::add);
    numbers(indicators).forEach(wanted::add);
    indicators.values().forEach(own -> own.unknown().whenEmpty().ifPresent(wanted::add));
    return wanted.stream().distinct().toList();
  }

  private static Stream<String> numbers(Map<String, Indicator> indicators) {
    return indicators.entrySet().stream()
        .flatMap(
            entry -> {
              Indicator indicator = entry.getValue();
              return indicator.count().isPresent()
                  ? Stream.of(indicator.count().get(), indicator.denominator().orElseThrow())
                  : Stream.of(indicator.column().orElse(entry.getKey()));
            })
        .distinct();
  }

  private void take(Cells cells, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    int schoolAt = shape.column(input.columns().schoolId().name());
    String school = cells.school(row, schoolAt);
    if (!knownSchool.test(school)) {
      throw cells.bad(row, schoolAt, Message.of("reject.unknown-school"));
    }
    int yearAt = shape.column(input.columns().year());
    int year =
        yearAt == Cells.ABSENT
            ? shape.plan().year(input.constants().year()).orElseThrow()
            : cells.year(row, yearAt);
    var from = new SchoolYear(school, year);
    Map<String, Double> known = new HashMap<>();
    List<PassportCount> counts = new ArrayList<>();
    for (Map.Entry<String, Indicator> entry : indicators.entrySet()) {
      value(cells, row, from, entry.getKey(), entry.getValue(), counts)
          .ifPresent(value -> known.put(entry.getKey(), value));
    }
    if (!passports.add(from, List.copyOf(indicators.keySet()), known)) {
      throw cells.bad(row, schoolAt, Message.of("reject.passport-twice", Integer.toString(year)));
    }
    counts.forEach(passports::count);
  }

  private OptionalDouble value(
      Cells cells,
      FieldBuffer row,
      SchoolYear from,
      String key,
      Indicator indicator,
      List<PassportCount> counts)
      throws BadCell {
    CsvShape shape = cells.shape();
    Unknown unknown = indicator.unknown();
    if (unknown.whenEmpty().isPresent()
        && cells.missing(row, shape.column(unknown.whenEmpty().get()))) {
      return OptionalDouble.empty();
    }
    if (indicator.count().isPresent()) {
      return share(cells, row, from, key, indicator, counts);
    }
    int at = shape.column(indicator.column().orElse(key));
    if (isCode(cells, row, at, unknown)) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent()) {
      requireRange(cells, row, from, key, at, indicator, value.getAsDouble());
    }
    return value;
  }

  private OptionalDouble share(
      Cells cells,
      FieldBuffer row,
      SchoolYear from,
      String key,
      Indicator indicator,
      List<PassportCount> counts)
      throws BadCell {
    int countAt = cells.shape().column(indicator.count());
    int denominatorAt = cells.shape().column(indicator.denominator());
    if (isCode(cells, row, countAt, indicator.unknown())) {
      return OptionalDouble.empty();
    }
    OptionalDouble count = cells.number(row, countAt);
    OptionalDouble denominator = cells.number(row, denominatorAt);
    if (count.isEmpty() || denominator.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (count.getAsDouble() < 0) {
      throw cells.bad(row, countAt, Message.of("reject.negative-count"));
    }
    if (count.getAsDouble() > denominator.getAsDouble()) {
      passports.impossible(
          new ImpossibleValue(
              from.schoolId(), from.year(), key, true, row.text(countAt), row.text(denominatorAt)));
      throw cells.bad(
          row,
          countAt,
          Message.of(
              "reject.more-than-total", row.text(denominatorAt), cells.columnName(denominatorAt)));
    }
    if (denominator.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
    double share = count.getAsDouble() / denominator.getAsDouble();
    requireRange(cells, row, from, key, countAt, indicator, share);
    counts.add(
        new PassportCount(
            from.schoolId(), from.year(), key, count.getAsDouble(), denominator.getAsDouble()));
    return OptionalDouble.of(share);
  }

  /**
   * Whether the cell holds one of the study's codes for 'unknown', compared as numbers if both are.
   */
  private static boolean isCode(Cells cells, FieldBuffer row, int at, Unknown unknown) {
    if (unknown.values().isEmpty() || row.isEmpty(at)) {
      return false;
    }
    String text = row.text(at);
    double number = number(cells, text);
    return unknown.values().stream()
        .anyMatch(code -> code.equals(text) || (number == number(cells, code)));
  }

  private static double number(Cells cells, String text) {
    char[] chars = text.toCharArray();
    return Numbers.parse(chars, 0, chars.length, cells.shape().format().numbers());
  }

  private void requireRange(
      Cells cells,
      FieldBuffer row,
      SchoolYear from,
      String key,
      int at,
      Indicator indicator,
      double value)
      throws BadCell {
    if (indicator.range().isPresent()) {
      var range = indicator.range().get();
      if (value < range.lowest() - ROUNDING_SLACK || value > range.highest() + ROUNDING_SLACK) {
        passports.impossible(
            new ImpossibleValue(
                from.schoolId(), from.year(), key, false, row.text(at), range.toString()));
        throw cells.bad(row, at, Message.of("reject.outside-range", range.toString()));
      }
    }
  }
}
