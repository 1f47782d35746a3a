package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.Range;
import io.levelfield.study.ResultsInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Folds result rows of pupils into each school's tallies. */
final class PupilResultsFold implements FoldJob<String, SchoolTallies> {
  private static final long serialVersionUID = 1L;

  private final List<CsvShape> files;
  private final List<MeasureColumns> measures;
  private final KnownSchools schools;
  private final String schoolColumn;
  private final String scoreColumn;
  private final String markColumn;
  private final String pupilColumn;
  private final HashMap<RowAt, RepeatedRows.Told> repeated;
  private final Maximums maximums;
  private final double lowest;
  private final double highest;
  private final double step;
  private final double failingMark;
  private final double topMark;
  private final boolean countsAbsent;

  /**
   * @param files shapes of the input's files
   * @param schools that may appear
   * @param repeated rows that do not count, and why
   * @param maximums of scores, where they are known
   * @param countsAbsent whether pupils without a score are counted
   */
  PupilResultsFold(
      List<CsvShape> files,
      ResultsInput input,
      KnownSchools schools,
      Map<RowAt, RepeatedRows.Told> repeated,
      Maximums maximums,
      boolean countsAbsent) {
    this.files = List.copyOf(files);
    this.measures = files.stream().map(shape -> new MeasureColumns(shape, input)).toList();
    this.schools = schools;
    var columns = ResultColumns.of(input);
    this.schoolColumn = columns.schoolId();
    this.markColumn = columns.mark().orElse("");
    // Where a procedure is only marked, the mark is the score.
    this.scoreColumn = columns.score().orElse(markColumn);
    this.pupilColumn = columns.pupilId().orElse("");
    this.repeated = new HashMap<>(repeated);
    this.maximums = maximums;
    this.lowest = input.range().map(Range::lowest).orElse(Double.NEGATIVE_INFINITY);
    this.highest = input.range().map(Range::highest).orElse(Double.POSITIVE_INFINITY);
    this.step = input.scoreStep().orElse(0);
    this.failingMark = input.failingMark();
    this.topMark = input.topMark();
    this.countsAbsent = countsAbsent;
  }

  /**
   * Numbers of a school's tallies by the number of their measure, or what is wrong with its code.
   */
  private static final class SchoolSlot {
    private static final int NONE = -1;

    private final String id;
    private final Optional<BadCell> problem;
    private int[] tallies = new int[0];

    SchoolSlot(String id, Optional<BadCell> problem) {
      this.id = id;
      this.problem = problem;
    }

    int tally(int measure, TallyBuffer buffer) {
      if (measure >= tallies.length) {
        int known = tallies.length;
        tallies = Arrays.copyOf(tallies, 2 * measure + 1);
        Arrays.fill(tallies, known, tallies.length, NONE);
      }
      if (tallies[measure] == NONE) {
        tallies[measure] = buffer.newTally();
      }
      return tallies[measure];
    }

    boolean has(int measure) {
      return measure < tallies.length && tallies[measure] != NONE;
    }
  }

  /** A measure and its number in this part, or what is wrong with its columns. */
  private record MeasureSlot(
      int number,
      Optional<Measure> measure,
      double maximum,
      boolean ofClass,
      Optional<BadCell> problem) {}

  @Override
  public Folded<String, SchoolTallies> fold(int file, FilePart part) {
    CsvShape shape = files.get(file);
    var cells = new Cells(shape);
    int schoolAt = shape.column(schoolColumn);
    int scoreAt = shape.column(scoreColumn);
    int markAt = markColumn.isEmpty() ? Cells.ABSENT : shape.column(markColumn);
    var slots = new KeyedFold<>(new int[] {schoolAt}, row -> schoolSlot(cells, schoolAt, row));
    List<MeasureSlot> known = new ArrayList<>();
    var measureSlots =
        new KeyedFold<>(
            measures.get(file).places(),
            row -> {
              MeasureSlot slot = measureSlot(cells, measures.get(file), known.size(), row);
              known.add(slot);
              return slot;
            });
    var buffer = new TallyBuffer();
    PartLog log =
        Rows.read(
            part,
            shape,
            (row, line, lost) -> {
              SchoolSlot school = slots.of(row);
              MeasureSlot measure = measureSlots.of(row);
              if (school.problem.isPresent()) {
                throw school.problem.get();
              }
              if (measure.problem().isPresent()) {
                throw measure.problem().get();
              }
              if (!repeated.isEmpty()
                  && isSeenElsewhere(cells, row, new RowAt(file, line, row.result()))) {
                return RowAccount.NOT_TAKEN;
              }
              double score = cells.numberOrNaN(row, scoreAt);
              if (Double.isNaN(score)) {
                // A pupil with a mark sat it, whatever became of the score.
                if (countsAbsent && !cells.holdsNumber(row, markAt)) {
                  buffer.addAbsent(school.tally(measure.number(), buffer));
                }
                return RowAccount.NOT_TAKEN;
              }
              if (score < lowest || score > highest) {
                throw cells.bad(
                    row,
                    scoreAt,
                    Message.of("reject.outside-scale", new Range(lowest, highest).toString()));
              }
              if (score > measure.maximum()) {
                throw cells.bad(
                    row, scoreAt, Message.of("reject.above-maximum", measure.maximum()));
              }
              double kept = step > 0 ? Math.rint(score / step) * step : score;
              double mark = markAt == scoreAt ? score : cells.numberOrNaN(row, markAt);
              int tally = school.tally(measure.number(), buffer);
              if (Double.isNaN(mark)) {
                buffer.add(tally, kept);
              } else {
                buffer.addMarked(tally, kept, mark <= failingMark, mark >= topMark);
              }
              return RowAccount.COUNTED;
            });
    boolean classLetters = known.stream().anyMatch(MeasureSlot::ofClass);
    return new Folded<>(
        tallies(slots.values(), known, buffer),
        log.with(cells.forms(part.firstLine() - 1)).withClassLetters(classLetters));
  }

  private static Map<String, SchoolTallies> tallies(
      List<SchoolSlot> schools, List<MeasureSlot> measures, TallyBuffer buffer) {
    Map<String, SchoolTallies> tallies = new HashMap<>();
    for (SchoolSlot school : schools) {
      for (MeasureSlot measure : measures) {
        if (school.has(measure.number())) {
          // Two spellings of one code, such as a quoted one, come together here.
          tallies
              .computeIfAbsent(school.id, id -> new SchoolTallies())
              .add(measure.measure().orElseThrow(), buffer.tally(school.tallies[measure.number()]));
        }
      }
    }
    return tallies;
  }

  /**
   * Whether the row has no score, and another row tells of the same pupil in the same measure.
   *
   * @throws BadCell if the row repeats or contradicts another
   */
  private boolean isSeenElsewhere(Cells cells, FieldBuffer row, RowAt at) throws BadCell {
    RepeatedRows.Told told = repeated.get(at);
    if (told != null && told.account() != RowAccount.NOT_TAKEN) {
      int pupilAt = cells.shape().column(pupilColumn);
      throw new BadCell(
          cells.columnName(pupilAt), row.text(pupilAt), told.reason(), told.account());
    }
    return told != null;
  }

  private SchoolSlot schoolSlot(Cells cells, int schoolAt, FieldBuffer row) {
    try {
      return new SchoolSlot(schools.school(cells, row, schoolAt), Optional.empty());
    } catch (BadCell e) {
      return new SchoolSlot("", Optional.of(e));
    }
  }

  private MeasureSlot measureSlot(
      Cells cells, MeasureColumns columns, int number, FieldBuffer row) {
    try {
      Measure measure = columns.measure(cells, row);
      return new MeasureSlot(
          number,
          Optional.of(measure),
          maximums.of(measure),
          columns.cutLetters(cells, row),
          Optional.empty());
    } catch (BadCell e) {
      return new MeasureSlot(number, Optional.empty(), 0, false, Optional.of(e));
    }
  }

  @Override
  public SchoolTallies merge(SchoolTallies into, SchoolTallies other) {
    return into.merge(other);
  }

  @Override
  public void write(Map<String, SchoolTallies> schools, DataOutput out) throws IOException {
    SchoolTallies.write(schools, out);
  }

  @Override
  public void read(DataInput in, BiConsumer<String, SchoolTallies> each) throws IOException {
    SchoolTallies.read(in, each);
  }
}
