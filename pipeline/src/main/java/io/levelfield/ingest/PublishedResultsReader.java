package io.levelfield.ingest;

import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads results that come as a row per school (and class): counts, means or marks. */
final class PublishedResultsReader
    implements TableInput<PublishedResultsReader.Key, PublishedFigures> {
  /** What a column of shares is called. */
  private static final Pattern NAMED_SHARE =
      Pattern.compile(
          "%|процент|доля|\\b(?:percent|percentage|pct|share|rate)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final ResultsInput input;
  private final ResultColumns columns;
  private final KnownSchools known;
  private final Identities identities;
  private final Maximums maximums;

  /**
   * What a row speaks of.
   *
   * @param schoolClass the class, or {@link PublishedTallies#WHOLE}
   */
  record Key(TallyKey tally, String schoolClass) {}

  /**
   * @param maximums of means, where they are known
   */
  PublishedResultsReader(
      ResultsInput input, KnownSchools known, Identities identities, Maximums maximums) {
    this.input = input;
    this.columns = ResultColumns.of(input);
    this.known = known;
    this.identities = identities;
    this.maximums = maximums;
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
  public String keyColumn() {
    return columns.schoolId();
  }

  @Override
  public RowReader<Key, PublishedFigures> of(CsvShape file) {
    var cells = new Cells(file);
    var measures = new MeasureColumns(file, input);
    var figures = new FigureCells(cells, input);
    Optional<MarkCells> marks =
        input.shape() == ResultsInput.Shape.MARKS
            ? Optional.of(new MarkCells(cells, input))
            : Optional.empty();
    return (row, lost) -> read(cells, measures, figures, marks, row);
  }

  @Override
  public Optional<Message> mayBe() {
    return Optional.of(Message.of("cure.classes-alike"));
  }

  @Override
  public List<Message> notes(String path, List<PublishedFigures> rows) {
    List<Message> notes = new ArrayList<>();
    if (rows.stream().anyMatch(PublishedFigures::classLetters)) {
      notes.add(Message.of("inputs.class-letters-cut", path));
    }
    Stream.of(columns.belowMinimum(), columns.top())
        .flatMap(Optional::stream)
        .filter(column -> NAMED_SHARE.matcher(column).find())
        .forEach(column -> notes.add(Message.of("inputs.count-named-share", path, column)));
    long withoutCount = rows.stream().filter(row -> row.belowMinimum().isEmpty()).count();
    if (input.shape() == ResultsInput.Shape.COUNTS && withoutCount > 0) {
      notes.add(Message.of("inputs.counts-unknown", path, withoutCount));
    }
    long suppressed = rows.stream().mapToLong(PublishedFigures::suppressed).sum();
    if (suppressed > 0) {
      notes.add(Message.of("inputs.suppressed-read", path, suppressed));
    }
    return notes;
  }

  private List<Claim<Key, PublishedFigures>> read(
      Cells cells,
      MeasureColumns measures,
      FigureCells figures,
      Optional<MarkCells> marks,
      FieldBuffer row)
      throws BadCell {
    String school = known.school(cells, row, cells.shape().column(columns.schoolId()));
    var measure = measures.measure(cells, row);
    String schoolClass = measures.schoolClass(cells, row);
    figures.begin();
    Optional<PublishedFigures> told =
        marks.isPresent()
            ? marks.get().figures(row, figures.count(row, columns.participants()))
            : figures(cells, figures, row, maximums.of(measure));
    if (told.isEmpty()) {
      return List.of(); // nobody took it, or the source does not say
    }
    return List.of(
        new Claim<>(
            new Key(identities.key(school, measure, 1), Spelling.codeAtAGlance(schoolClass)),
            told.get()
                .with(
                    figures.count(row, columns.enrolled()),
                    sd(cells, row, columns.sdOverall()),
                    figures.span(columns.belowMinimum()),
                    figures.span(columns.mean()),
                    figures.suppressed(),
                    measures.cutLetters(cells, row))));
  }

  private Optional<PublishedFigures> figures(
      Cells cells, FigureCells figures, FieldBuffer row, double maximum) throws BadCell {
    OptionalLong participants = figures.count(row, columns.participants());
    OptionalDouble mean = figures.mean(row, columns.mean());
    if (mean.orElse(maximum) > maximum) {
      throw cells.bad(
          row, cells.shape().column(columns.mean()), Message.of("reject.above-maximum", maximum));
    }
    boolean nothingSaid =
        input.shape() == ResultsInput.Shape.MEANS ? mean.isEmpty() : participants.isEmpty();
    if (nothingSaid || participants.orElse(1) == 0) {
      return Optional.empty();
    }
    OptionalLong below = figures.within(row, columns.belowMinimum(), participants);
    OptionalLong top = figures.within(row, columns.top(), participants);
    OptionalDouble sd = sd(cells, row, columns.sd());
    return Optional.of(PublishedFigures.of(participants, below, top, mean, sd));
  }

  private static OptionalDouble sd(Cells cells, FieldBuffer row, Optional<String> column)
      throws BadCell {
    int at = cells.shape().column(column);
    OptionalDouble sd = cells.number(row, at);
    if (sd.orElse(0) < 0) {
      throw cells.bad(row, at, Message.of("reject.negative-sd"));
    }
    return sd;
  }
}
