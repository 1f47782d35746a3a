package io.levelfield.ingest;

import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.ClimateMeasure.Kind;
import io.levelfield.model.text.Message;
import io.levelfield.study.ClimateInput;
import io.levelfield.study.ClimateInput.Shape;
import io.levelfield.study.CodeColumns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads what pupils say of their school, a row per pupil and year or per school and year. */
final class ClimateReader implements TableInput<ClimateReader.Key, ClimateAnswer> {
  private final ClimateInput input;
  private final KnownSchools known;
  private final int number;
  private long anonymous;

  /**
   * What a row speaks of.
   *
   * @param pupil code of the pupil, or the number of an anonymous answer; empty of a school
   */
  record Key(String school, int year, String pupil) {}

  /**
   * @param number of the input, so that anonymous answers of several are told apart
   */
  ClimateReader(ClimateInput input, KnownSchools known, int number) {
    this.input = input;
    this.known = known;
    this.number = number;
  }

  @Override
  public List<String> wanted() {
    List<String> wanted = new ArrayList<>(input.columns().schoolId().columns());
    input.columns().pupilId().ifPresent(pupil -> wanted.addAll(pupil.columns()));
    input.columns().pupils().ifPresent(wanted::add);
    input.columns().year().ifPresent(wanted::add);
    wanted.addAll(input.columns().measures().values());
    return wanted.stream().distinct().toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    List<String> numbers = new ArrayList<>();
    input.columns().pupils().ifPresent(numbers::add);
    input
        .columns()
        .measures()
        .forEach(
            (measure, column) -> {
              if (measure.kind() == Kind.SCORE || input.shape() == Shape.SCHOOLS) {
                numbers.add(column);
              }
            });
    return numbers.stream().distinct().toList();
  }

  @Override
  public String keyColumn() {
    return input.columns().schoolId().name();
  }

  @Override
  public RowReader<Key, ClimateAnswer> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> read(cells, row, lost);
  }

  private List<Claim<Key, ClimateAnswer>> read(Cells cells, FieldBuffer row, Consumer<BadCell> lost)
      throws BadCell {
    CsvShape shape = cells.shape();
    String school = known.school(cells, row, shape.column(input.columns().schoolId().name()));
    int year = cells.year(row, input.columns().year(), input.constants().year());
    boolean counted = input.shape() == Shape.SCHOOLS;
    Optional<String> pupil = pupil(cells, row);
    long pupils = counted ? pupils(cells, row) : 1;
    Map<ClimateMeasure, Double> values = values(cells, row, counted, pupils, lost);
    if (values.isEmpty()) {
      return List.of();
    }
    String who = counted ? "" : pupil.orElseGet(() -> "#" + number + "." + anonymous++);
    return List.of(
        new Claim<>(
            new Key(school, year, who),
            new ClimateAnswer(school, year, pupil, pupils, counted, values)));
  }

  /** The pupil's code; an empty cell is an anonymous answer. */
  private Optional<String> pupil(Cells cells, FieldBuffer row) throws BadCell {
    int at = cells.shape().column(input.columns().pupilId().map(CodeColumns::name));
    return cells.missing(row, at) ? Optional.empty() : Optional.of(cells.code(row, at));
  }

  private long pupils(Cells cells, FieldBuffer row) throws BadCell {
    int at = cells.shape().column(input.columns().pupils());
    OptionalLong pupils = cells.count(row, at);
    if (pupils.isEmpty() || pupils.getAsLong() == 0) {
      throw cells.bad(row, at, Message.of("reject.no-pupils"));
    }
    return pupils.getAsLong();
  }

  private Map<ClimateMeasure, Double> values(
      Cells cells, FieldBuffer row, boolean counted, long pupils, Consumer<BadCell> lost)
      throws BadCell {
    Map<ClimateMeasure, Double> values = new EnumMap<>(ClimateMeasure.class);
    var ofRow = new RowCells();
    for (Map.Entry<ClimateMeasure, String> column : input.columns().measures().entrySet()) {
      int at = cells.shape().column(column.getValue());
      ofRow.read(
          () ->
              value(cells, row, at, column.getKey(), counted, pupils)
                  .ifPresent(value -> values.put(column.getKey(), value)));
    }
    ofRow.settle(!values.isEmpty(), lost);
    return values;
  }

  private OptionalDouble value(
      Cells cells, FieldBuffer row, int at, ClimateMeasure measure, boolean counted, long pupils)
      throws BadCell {
    if (cells.missing(row, at)) {
      return OptionalDouble.empty();
    }
    if (measure.kind() == Kind.SCORE) {
      OptionalDouble score = cells.number(row, at);
      if (measure == ClimateMeasure.MISSED_LESSONS && score.orElse(0) < 0) {
        throw cells.bad(row, at, Message.of("reject.negative-count"));
      }
      cells.requireWithin(row, at, score, input.range(measure));
      return score;
    }
    if (!counted) {
      return OptionalDouble.of(cells.yesNo(row, at) ? 1 : 0);
    }
    OptionalLong count = cells.count(row, at, pupils);
    return count.isPresent()
        ? OptionalDouble.of((double) count.getAsLong())
        : OptionalDouble.empty();
  }
}
