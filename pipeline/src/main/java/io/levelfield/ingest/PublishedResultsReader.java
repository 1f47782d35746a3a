package io.levelfield.ingest;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads results that come as a row per school: counts or means. */
final class PublishedResultsReader implements TableInput {
  private final ResultsInput input;
  private final Predicate<String> knownSchool;
  private final Map<TallyKey, ResultTally> tallies;

  /**
   * @param tallies filled by key; a key that is there already is a reject
   */
  PublishedResultsReader(
      ResultsInput input, Predicate<String> knownSchool, Map<TallyKey, ResultTally> tallies) {
    this.input = input;
    this.knownSchool = knownSchool;
    this.tallies = tallies;
  }

  @Override
  public List<String> wanted() {
    return wanted(input.columns());
  }

  @Override
  public Rows.Consumer of(CsvShape file) {
    var cells = new Cells(file);
    var measures = new MeasureColumns(file, input);
    return (row, line) -> take(cells, measures, row);
  }

  /** File columns the mapping of a results input names, whatever its shape. */
  static List<String> wanted(ResultsInput.Columns columns) {
    return Stream.of(
            Optional.of(columns.schoolId()),
            columns.year(),
            columns.procedure(),
            columns.subject(),
            columns.grade(),
            columns.pupilId(),
            columns.score(),
            columns.mark(),
            columns.participants(),
            columns.belowMinimum(),
            columns.top(),
            columns.mean(),
            columns.sd())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private void take(Cells cells, MeasureColumns measures, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    ResultsInput.Columns columns = input.columns();
    int schoolAt = shape.column(columns.schoolId());
    String school = cells.required(row, schoolAt);
    if (!knownSchool.test(school)) {
      throw cells.bad(row, schoolAt, Message.of("reject.unknown-school"));
    }
    var key = new TallyKey(school, measures.measure(cells, row));
    OptionalLong participants = cells.count(row, shape.column(columns.participants()));
    OptionalDouble mean = number(cells, row, columns.mean());
    boolean nothingSaid =
        input.shape() == ResultsInput.Shape.MEANS ? mean.isEmpty() : participants.isEmpty();
    if (nothingSaid || participants.orElse(1) == 0) {
      return; // nobody took it, or the source does not say
    }
    OptionalLong below = within(cells, row, columns.belowMinimum(), participants);
    OptionalLong top = within(cells, row, columns.top(), participants);
    OptionalDouble sd = number(cells, row, columns.sd());
    if (sd.orElse(0) < 0) {
      throw cells.bad(row, shape.column(columns.sd()), Message.of("reject.negative-sd"));
    }
    var tally = new ResultTally(key, participants, below, top, mean, sd, new ScoreHistogram());
    if (tallies.putIfAbsent(key, tally) != null) {
      throw cells.bad(row, schoolAt, Message.of("reject.result-twice", key.measure().toString()));
    }
  }

  private OptionalDouble number(Cells cells, FieldBuffer row, Optional<String> column)
      throws BadCell {
    int at = cells.shape().column(column);
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent()
        && column.equals(input.columns().mean())
        && input.range().isPresent()
        && !input.range().get().contains(value.getAsDouble())) {
      throw cells.bad(row, at, Message.of("reject.outside-scale", input.range().get().toString()));
    }
    return value;
  }

  private static OptionalLong within(
      Cells cells, FieldBuffer row, Optional<String> column, OptionalLong participants)
      throws BadCell {
    int at = cells.shape().column(column);
    OptionalLong count = cells.count(row, at);
    if (count.isPresent()
        && participants.isPresent()
        && count.getAsLong() > participants.getAsLong()) {
      throw cells.bad(
          row, at, Message.of("reject.more-than-participants", participants.getAsLong()));
    }
    return count;
  }
}
