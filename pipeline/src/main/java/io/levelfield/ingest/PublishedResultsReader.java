package io.levelfield.ingest;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads results that come as a row per school (and class): counts, means or marks. */
final class PublishedResultsReader implements TableInput {
  private final ResultsInput input;
  private final ResultColumns columns;
  private final Predicate<String> knownSchool;
  private final PublishedTallies tallies;
  private boolean classLetters;
  private long withoutCount;
  private long suppressed;

  /**
   * @param tallies filled by key and class; what is there already is a reject
   */
  PublishedResultsReader(
      ResultsInput input, Predicate<String> knownSchool, PublishedTallies tallies) {
    this.input = input;
    this.columns = ResultColumns.of(input);
    this.knownSchool = knownSchool;
    this.tallies = tallies;
  }

  @Override
  public List<String> wanted() {
    return ResultColumns.wanted(input);
  }

  @Override
  public List<String> numbers(CsvShape file) {
    Stream<String> marks =
        input.shape() == ResultsInput.Shape.MARKS
            ? input.columns().marks().orElseThrow().in(file.header()).values().stream()
            : Stream.of();
    return Stream.concat(columns.figures(), marks).distinct().toList();
  }

  @Override
  public Rows.Consumer of(CsvShape file) {
    var cells = new Cells(file);
    var measures = new MeasureColumns(file, input);
    var figures = new FigureCells(cells, input);
    Optional<MarkCells> marks =
        input.shape() == ResultsInput.Shape.MARKS
            ? Optional.of(new MarkCells(cells, input))
            : Optional.empty();
    return (row, line) -> take(cells, measures, figures, marks, row);
  }

  @Override
  public List<Message> notes(String path) {
    List<Message> notes = new ArrayList<>();
    if (classLetters) {
      notes.add(Message.of("inputs.class-letters-cut", path));
    }
    if (withoutCount > 0) {
      notes.add(Message.of("inputs.counts-unknown", path, withoutCount));
    }
    if (suppressed > 0) {
      notes.add(Message.of("inputs.suppressed-read", path, suppressed));
    }
    return notes;
  }

  private void take(
      Cells cells,
      MeasureColumns measures,
      FigureCells figures,
      Optional<MarkCells> marks,
      FieldBuffer row)
      throws BadCell {
    int schoolAt = cells.shape().column(columns.schoolId());
    String school = cells.school(row, schoolAt);
    if (!knownSchool.test(school)) {
      throw cells.bad(row, schoolAt, Message.of("reject.unknown-school"));
    }
    var key = new TallyKey(school, measures.measure(cells, row));
    Optional<ResultTally> told =
        marks.isPresent()
            ? marks.get().tally(key, row, figures.count(row, columns.participants()))
            : tally(key, cells, figures, row);
    if (told.isEmpty()) {
      return; // nobody took it, or the source does not say
    }
    if (!tallies.add(measures.schoolClass(cells, row), told.get())) {
      throw cells.bad(row, schoolAt, Message.of("reject.result-twice", key.measure().toString()));
    }
    classLetters |= measures.cutLetters(cells, row);
    suppressed += figures.takeSuppressed();
    boolean countExpected = input.shape() == ResultsInput.Shape.COUNTS;
    withoutCount += countExpected && told.get().belowMinimum().isEmpty() ? 1 : 0;
  }

  private Optional<ResultTally> tally(
      TallyKey key, Cells cells, FigureCells figures, FieldBuffer row) throws BadCell {
    OptionalLong participants = figures.count(row, columns.participants());
    OptionalDouble mean = figures.mean(row, columns.mean());
    boolean nothingSaid =
        input.shape() == ResultsInput.Shape.MEANS ? mean.isEmpty() : participants.isEmpty();
    if (nothingSaid || participants.orElse(1) == 0) {
      return Optional.empty();
    }
    OptionalLong below = figures.within(row, columns.belowMinimum(), participants);
    OptionalLong top = figures.within(row, columns.top(), participants);
    int sdAt = cells.shape().column(columns.sd());
    OptionalDouble sd = cells.number(row, sdAt);
    if (sd.orElse(0) < 0) {
      throw cells.bad(row, sdAt, Message.of("reject.negative-sd"));
    }
    return Optional.of(
        new ResultTally(key, participants, below, top, mean, sd, new ScoreHistogram()));
  }
}
