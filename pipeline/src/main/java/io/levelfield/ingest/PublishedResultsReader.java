package io.levelfield.ingest;

import io.levelfield.model.ResultTally;
import io.levelfield.model.ScoreHistogram;
import io.levelfield.model.TallyKey;
import io.levelfield.study.ResultsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads results that come as a row per school: counts or means. */
final class PublishedResultsReader {
  private final Cells cells;
  private final ResultsInput input;
  private final MeasureColumns measures;
  private final Predicate<String> knownSchool;
  private final Map<TallyKey, ResultTally> tallies;

  private PublishedResultsReader(
      CsvShape shape,
      ResultsInput input,
      Predicate<String> knownSchool,
      Map<TallyKey, ResultTally> tallies) {
    this.cells = new Cells(shape);
    this.input = input;
    this.measures = new MeasureColumns(shape, input);
    this.knownSchool = knownSchool;
    this.tallies = tallies;
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

  /** Reads a file's results into {@code tallies}; a key that is there already is a reject. */
  static List<PartLog> read(
      CsvFile file,
      ResultsInput input,
      Predicate<String> knownSchool,
      Map<TallyKey, ResultTally> tallies) {
    var reader = new PublishedResultsReader(file.shape(), input, knownSchool, tallies);
    List<PartLog> logs = new ArrayList<>();
    for (FilePart part : file.survey().parts()) {
      logs.add(Rows.read(part, file.shape(), (row, line) -> reader.take(row)));
    }
    return logs;
  }

  private void take(FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    ResultsInput.Columns columns = input.columns();
    int schoolAt = shape.column(columns.schoolId());
    String school = cells.required(row, schoolAt);
    if (!knownSchool.test(school)) {
      throw cells.bad(row, schoolAt, "no such school in the register");
    }
    var key = new TallyKey(school, measures.measure(cells, row));
    OptionalLong participants = cells.count(row, shape.column(columns.participants()));
    OptionalDouble mean = number(row, columns.mean());
    boolean nothingSaid =
        input.shape() == ResultsInput.Shape.MEANS ? mean.isEmpty() : participants.isEmpty();
    if (nothingSaid || participants.orElse(1) == 0) {
      return; // nobody took it, or the source does not say
    }
    OptionalLong below = within(row, columns.belowMinimum(), participants);
    OptionalLong top = within(row, columns.top(), participants);
    OptionalDouble sd = number(row, columns.sd());
    if (sd.orElse(0) < 0) {
      throw cells.bad(row, shape.column(columns.sd()), "a standard deviation is not negative");
    }
    var tally = new ResultTally(key, participants, below, top, mean, sd, new ScoreHistogram());
    if (tallies.putIfAbsent(key, tally) != null) {
      throw cells.bad(row, schoolAt, "there is a result of this school for " + key.measure());
    }
  }

  private OptionalDouble number(FieldBuffer row, Optional<String> column) throws BadCell {
    int at = cells.shape().column(column);
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent()
        && column.equals(input.columns().mean())
        && input.range().isPresent()
        && !input.range().get().contains(value.getAsDouble())) {
      throw cells.bad(row, at, "outside the scale " + input.range().get());
    }
    return value;
  }

  private OptionalLong within(FieldBuffer row, Optional<String> column, OptionalLong participants)
      throws BadCell {
    int at = cells.shape().column(column);
    OptionalLong count = cells.count(row, at);
    if (count.isPresent()
        && participants.isPresent()
        && count.getAsLong() > participants.getAsLong()) {
      throw cells.bad(row, at, "more than the " + participants.getAsLong() + " participants");
    }
    return count;
  }
}
