package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of an input of pupils' results: of which school and measure each speaks, with what score
 * it counts, and why it does not where it does not. Whoever reads them again finds the same.
 */
final class ResultRows implements Serializable {
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
  private final ScoreScale scale;

  /**
   * @param files shapes of the input's files
   * @param schools that may appear
   * @param repeated rows that do not count, and why
   * @param maximums of scores, where they are known
   */
  ResultRows(
      List<CsvShape> files,
      ResultsInput input,
      KnownSchools schools,
      Map<RowAt, RepeatedRows.Told> repeated,
      Maximums maximums) {
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
    this.scale = ScoreScale.of(input);
  }

  /**
   * A school of a part.
   *
   * @param number among those of the part
   * @param id as rows write it
   * @param problem what is wrong with its code
   */
  record School(int number, String id, Optional<BadCell> problem) {}

  /**
   * A measure of a part.
   *
   * @param number among those of the part
   * @param measure as rows write it; absent where something is wrong with its columns
   * @param ofClass whether letters of a class were cut from its grade
   */
  record Exam(
      int number,
      Optional<Measure> measure,
      double maximum,
      boolean ofClass,
      Optional<BadCell> problem) {}

  /** Takes results that count, whatever else their rows say. */
  interface Counter {

    /**
     * Takes one.
     *
     * @param school by its number among those of the part
     * @param exam by its number among those of the part
     * @param mark NaN where there is none
     */
    void count(int school, int exam, double score, double mark);

    /** Takes the row of a pupil without score and mark, of whom no other row tells. */
    void absent(int school, int exam);
  }

  /** Takes rows that count. */
  interface Taker {

    /**
     * Takes one.
     *
     * @param mark NaN where there is none
     */
    void take(FieldBuffer row, School school, Exam exam, double score, double mark);

    /** Takes the row of a pupil without score and mark, of whom no other row tells. */
    default void absent(School school, Exam exam) {}
  }

  /** A way to take rows that are like others before them. */
  interface Shortcut extends Rows.Quick {
    /** Every row is read in full. */
    Shortcut NONE =
        new Shortcut() {
          @Override
          public boolean take(ByteRecords row) {
            return false;
          }

          @Override
          public void remember(School school, Exam exam) {
            // No row is asked about it.
          }
        };

    /** Is told of what the row speaks that it did not take. */
    void remember(School school, Exam exam);
  }

  /** Where the cells stand that are read. */
  record Places(int school, int score, int mark) {}

  /** Schools and measures of a part by their numbers, and its log. */
  record Walked(List<School> schools, List<Exam> exams, PartLog log) {}

  /** Place of the pupil's code in a file's rows, {@link Cells#ABSENT} where it is not mapped. */
  int pupilAt(int file) {
    return pupilColumn.isEmpty() ? Cells.ABSENT : files.get(file).column(pupilColumn);
  }

  /** Hands on the results of a part that count. */
  Walked count(int file, FilePart part, Counter counter) {
    var cells = new Cells(files.get(file));
    var shortcut =
        new QuickResults(
            cells, places(file), measures.get(file), scale, linesSetAside(file), counter);
    return walk(
        cells,
        file,
        part,
        shortcut,
        new Taker() {
          @Override
          public void take(FieldBuffer row, School school, Exam exam, double score, double mark) {
            counter.count(school.number(), exam.number(), score, mark);
          }

          @Override
          public void absent(School school, Exam exam) {
            counter.absent(school.number(), exam.number());
          }
        });
  }

  /** Lines of the file's rows that other rows repeat, ascending. */
  private long[] linesSetAside(int file) {
    return repeated.keySet().stream()
        .filter(row -> row.file() == file)
        .mapToLong(RowAt::line)
        .sorted()
        .toArray();
  }

  private Places places(int file) {
    CsvShape shape = files.get(file);
    return new Places(
        shape.column(schoolColumn),
        shape.column(scoreColumn),
        markColumn.isEmpty() ? Cells.ABSENT : shape.column(markColumn));
  }

  /** Hands on the rows of a part that count. */
  Walked walk(int file, FilePart part, Taker taker) {
    return walk(new Cells(files.get(file)), file, part, Shortcut.NONE, taker);
  }

  private Walked walk(Cells cells, int file, FilePart part, Shortcut shortcut, Taker taker) {
    CsvShape shape = cells.shape();
    Places places = places(file);
    int schoolAt = places.school();
    int scoreAt = places.score();
    int markAt = places.mark();
    List<School> knownSchools = new ArrayList<>();
    var schoolSlots =
        new KeyedFold<>(
            new int[] {schoolAt},
            row -> {
              School school = school(cells, schoolAt, knownSchools.size(), row);
              knownSchools.add(school);
              return school;
            });
    List<Exam> known = new ArrayList<>();
    var examSlots =
        new KeyedFold<>(
            measures.get(file).places(),
            row -> {
              Exam exam = exam(cells, measures.get(file), known.size(), row);
              known.add(exam);
              return exam;
            });
    PartLog log =
        Rows.read(
            part,
            shape,
            shortcut,
            (row, line, lost) -> {
              School school = schoolSlots.of(row);
              Exam exam = examSlots.of(row);
              if (school.problem().isPresent()) {
                throw school.problem().get();
              }
              if (exam.problem().isPresent()) {
                throw exam.problem().get();
              }
              shortcut.remember(school, exam);
              if (!repeated.isEmpty()
                  && isSeenElsewhere(cells, row, new RowAt(file, line, row.result()))) {
                return RowAccount.NOT_TAKEN;
              }
              double score = cells.numberOrNaN(row, scoreAt);
              if (Double.isNaN(score)) {
                // A pupil with a mark sat it, whatever became of the score.
                if (!cells.holdsNumber(row, markAt)) {
                  taker.absent(school, exam);
                }
                return RowAccount.NOT_TAKEN;
              }
              if (!scale.holds(score)) {
                throw cells.bad(
                    row, scoreAt, Message.of("reject.outside-scale", scale.range().toString()));
              }
              if (score > exam.maximum()) {
                throw cells.bad(row, scoreAt, Message.of("reject.above-maximum", exam.maximum()));
              }
              double mark = markAt == scoreAt ? score : cells.numberOrNaN(row, markAt);
              if (!scale.holdsMark(mark)) {
                throw cells.bad(
                    row, markAt, Message.of("reject.no-such-mark", scale.mostMark() / 2));
              }
              taker.take(row, school, exam, scale.kept(score), mark);
              return RowAccount.COUNTED;
            });
    boolean classLetters = known.stream().anyMatch(Exam::ofClass);
    return new Walked(
        knownSchools,
        known,
        log.with(cells.forms(part.firstLine() - 1))
            .withClassLetters(classLetters)
            .with(Asked.of(knownSchools, known)));
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

  private School school(Cells cells, int schoolAt, int number, FieldBuffer row) {
    try {
      return new School(number, schools.school(cells, row, schoolAt), Optional.empty());
    } catch (BadCell e) {
      return new School(number, "", Optional.of(e));
    }
  }

  private Exam exam(Cells cells, MeasureColumns columns, int number, FieldBuffer row) {
    try {
      Measure measure = columns.measure(cells, row);
      return new Exam(
          number,
          Optional.of(measure),
          maximums.of(measure),
          columns.cutLetters(cells, row),
          Optional.empty());
    } catch (BadCell e) {
      return new Exam(number, Optional.empty(), 0, false, Optional.of(e));
    }
  }
}
