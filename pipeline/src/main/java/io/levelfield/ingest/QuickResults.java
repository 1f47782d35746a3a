package io.levelfield.ingest;

import java.util.Arrays;

/**
 * Takes the results of a part from bytes where nothing about their rows is new: school and measure
 * stood in a row before, and the score is a plain number. Other rows are left to be read in full,
 * and what they say of school and measure is kept.
 */
final class QuickResults implements ResultRows.Shortcut {
  private static final int FIRST_EXAMS = 32;

  private final ResultRows.Counter counter;
  private final ScoreScale scale;
  private final ByteKeys schools;
  private final ByteKeys exams;
  private final PlainNumbers scores;
  private final PlainNumbers marks;
  private final boolean hasMarks;
  private final boolean scoreIsMark;
  private final int columns;
  private final long[] linesSetAside;
  private double[] maximums = new double[FIRST_EXAMS];
  private int nextSetAside;
  private ByteRecords row;

  /**
   * @param places of the columns that are read beside those of the measure
   * @param linesSetAside of rows that other rows repeat, ascending
   * @param counter takes the results
   */
  QuickResults(
      Cells cells,
      ResultRows.Places places,
      MeasureColumns measure,
      ScoreScale scale,
      long[] linesSetAside,
      ResultRows.Counter counter) {
    this.counter = counter;
    this.scale = scale;
    this.linesSetAside = linesSetAside;
    columns = cells.shape().header().size();
    schools = new ByteKeys(new int[] {places.school()});
    exams = new ByteKeys(measure.places());
    scores = new PlainNumbers(cells, places.score());
    scoreIsMark = places.mark() == places.score();
    hasMarks = places.mark() != Cells.ABSENT;
    marks = hasMarks && !scoreIsMark ? new PlainNumbers(cells, places.mark()) : scores;
  }

  @Override
  public boolean take(ByteRecords read) {
    row = read;
    if (row.plainFields() != columns || isSetAside(row.line())) {
      return false;
    }
    int school = schools.number(row);
    if (school == ByteKeys.NONE) {
      return false;
    }
    int exam = exams.number(row);
    if (exam == ByteKeys.NONE) {
      return false;
    }
    double score = scores.number(row);
    // Also false where it is no number.
    boolean counts = scale.holds(score) && score <= maximums[exam];
    if (!counts) {
      return false;
    }
    double mark = Double.NaN;
    if (scoreIsMark) {
      mark = score;
    } else if (hasMarks && !marks.isBlank(row)) {
      mark = marks.number(row);
      if (Double.isNaN(mark)) {
        return false;
      }
    }
    if (!scale.holdsMark(mark)) {
      return false;
    }
    counter.count(school, exam, scale.kept(score), mark);
    return true;
  }

  /** Whether another row repeats the one of this line; lines only go up. */
  private boolean isSetAside(long line) {
    while (nextSetAside < linesSetAside.length && linesSetAside[nextSetAside] < line) {
      nextSetAside++;
    }
    return nextSetAside < linesSetAside.length && linesSetAside[nextSetAside] == line;
  }

  @Override
  public void remember(ResultRows.School school, ResultRows.Exam exam) {
    if (row == null || row.plainFields() < columns) {
      return;
    }
    schools.enter(row, school.number());
    exams.enter(row, exam.number());
    if (exam.number() >= maximums.length) {
      maximums = Arrays.copyOf(maximums, 2 * exam.number());
    }
    maximums[exam.number()] = exam.maximum();
  }
}
