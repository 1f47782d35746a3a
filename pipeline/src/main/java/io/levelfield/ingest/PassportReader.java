package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.ImpossibleValue;
import io.levelfield.model.text.Message;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Examinations;
import io.levelfield.study.Indicator;
import io.levelfield.study.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads social passports: a row per school and year. */
final class PassportReader implements TableInput<PassportReader.Key, PassportCell> {
  private static final double ROUNDING_SLACK = 1e-9;

  private final ContextInput input;
  private final Map<String, Indicator> indicators;
  private final KnownSchools known;
  private final Set<ImpossibleValue> impossible;

  /**
   * What a cell speaks of.
   *
   * @param indicator its key; empty where the cell tells how many pupils should have sat
   *     examinations
   * @param enrolledIn which
   */
  record Key(SchoolYear from, String indicator, Optional<Examinations> enrolledIn) {
    static Key of(SchoolYear from, String indicator) {
      return new Key(from, indicator, Optional.empty());
    }

    static Key enrolled(SchoolYear from, Examinations examinations) {
      return new Key(from, "", Optional.of(examinations));
    }
  }

  /**
   * @param impossible filled with values that cannot be right, for questions to the schools
   */
  PassportReader(
      ContextInput input,
      Map<String, Indicator> indicators,
      KnownSchools known,
      Set<ImpossibleValue> impossible) {
    this.input = input;
    this.indicators = indicators;
    this.known = known;
    this.impossible = impossible;
  }

  @Override
  public List<String> wanted() {
    return Stream.concat(wanted(input, indicators).stream(), enrolledColumns()).distinct().toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return Stream.concat(numbers(indicators), enrolledColumns()).distinct().toList();
  }

  private Stream<String> enrolledColumns() {
    return input.enrolled().stream().map(ContextInput.Enrolled::column);
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
  public String keyColumn() {
    return input.columns().schoolId().name();
  }

  @Override
  public RowReader<Key, PassportCell> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> read(cells, row, lost);
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

  private List<Claim<Key, PassportCell>> read(Cells cells, FieldBuffer row, Consumer<BadCell> lost)
      throws BadCell {
    CsvShape shape = cells.shape();
    String school = known.school(cells, row, shape.column(input.columns().schoolId().name()));
    int year = cells.year(row, input.columns().year(), input.constants().year());
    var from = new SchoolYear(school, year);
    List<Claim<Key, PassportCell>> claims = new ArrayList<>();
    var ofRow = new RowCells();
    for (Map.Entry<String, Indicator> entry : indicators.entrySet()) {
      var key = Key.of(from, entry.getKey());
      ofRow.read(
          () ->
              cell(cells, row, key, entry.getValue())
                  .ifPresent(c -> claims.add(new Claim<>(key, c))));
    }
    for (ContextInput.Enrolled enrolled : input.enrolled()) {
      var key = Key.enrolled(from, enrolled.examinations());
      int at = shape.column(enrolled.column());
      ofRow.read(
          () ->
              cells
                  .count(row, at)
                  .ifPresent(n -> claims.add(new Claim<>(key, PassportCell.plain((double) n)))));
    }
    ofRow.settle(!claims.isEmpty(), lost);
    return claims;
  }

  private Optional<PassportCell> cell(Cells cells, FieldBuffer row, Key key, Indicator indicator)
      throws BadCell {
    CsvShape shape = cells.shape();
    Unknown unknown = indicator.unknown();
    if (unknown.whenEmpty().isPresent()
        && cells.missing(row, shape.column(unknown.whenEmpty().get()))) {
      return Optional.empty();
    }
    if (indicator.count().isPresent()) {
      return share(cells, row, key, indicator);
    }
    int at = shape.column(indicator.column().orElse(key.indicator()));
    if (isCode(cells, row, at, unknown)) {
      return Optional.empty();
    }
    OptionalDouble value = cells.number(row, at);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    requireRange(cells, row, key, at, indicator, value.getAsDouble());
    return Optional.of(PassportCell.plain(value.getAsDouble()));
  }

  private Optional<PassportCell> share(Cells cells, FieldBuffer row, Key key, Indicator indicator)
      throws BadCell {
    int countAt = cells.shape().column(indicator.count());
    int denominatorAt = cells.shape().column(indicator.denominator());
    if (isCode(cells, row, countAt, indicator.unknown())) {
      return Optional.empty();
    }
    OptionalDouble count = cells.number(row, countAt);
    OptionalDouble denominator = cells.number(row, denominatorAt);
    if (count.isEmpty() || denominator.isEmpty()) {
      return Optional.empty();
    }
    if (count.getAsDouble() < 0) {
      throw cells.bad(row, countAt, Message.of("reject.negative-count"));
    }
    if (count.getAsDouble() > denominator.getAsDouble()) {
      impossible.add(
          new ImpossibleValue(
              key.from().schoolId(),
              key.from().year(),
              key.indicator(),
              true,
              row.text(countAt),
              row.text(denominatorAt)));
      throw cells.bad(
          row,
          countAt,
          Message.of(
              "reject.more-than-total", row.text(denominatorAt), cells.columnName(denominatorAt)));
    }
    if (denominator.getAsDouble() == 0) {
      return Optional.empty();
    }
    double share = count.getAsDouble() / denominator.getAsDouble();
    requireRange(cells, row, key, countAt, indicator, share);
    return Optional.of(PassportCell.counted(count.getAsDouble(), denominator.getAsDouble()));
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
      Cells cells, FieldBuffer row, Key key, int at, Indicator indicator, double value)
      throws BadCell {
    if (indicator.range().isPresent()) {
      var range = indicator.range().get();
      if (value < range.lowest() - ROUNDING_SLACK || value > range.highest() + ROUNDING_SLACK) {
        impossible.add(
            new ImpossibleValue(
                key.from().schoolId(),
                key.from().year(),
                key.indicator(),
                false,
                row.text(at),
                range.toString()));
        throw cells.bad(row, at, Message.of("reject.outside-range", range.toString()));
      }
    }
  }
}
