package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Where a row of results says which measure it belongs to. */
final class MeasureColumns implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "all";

  private final int yearAt;
  private final int procedureAt;
  private final int subjectAt;
  private final int gradeAt;
  private final int classAt;
  private final int constantYear;
  private final String constantProcedure;
  private final String constantSubject;
  private final String constantGrade;
  private final boolean gradeFromClass;
  private final boolean cutsLetters;

  MeasureColumns(CsvShape shape, ResultsInput input) {
    var columns = ResultColumns.of(input);
    ResultsInput.Constants constants = input.constants();
    yearAt = shape.column(columns.year());
    procedureAt = shape.column(columns.procedure());
    subjectAt = shape.column(columns.subject());
    classAt = shape.column(columns.schoolClass());
    gradeFromClass = columns.grade().isEmpty() && constants.grade().isEmpty();
    gradeAt = gradeFromClass ? classAt : shape.column(columns.grade());
    cutsLetters = gradeFromClass || !input.keepClassLetters();
    constantYear = shape.plan().year(constants.year()).orElse(0);
    constantProcedure = constants.procedure().orElse(ALL);
    constantSubject = constants.subject().orElse(ALL);
    constantGrade = constants.grade().orElse("");
  }

  /** Places of the columns that make the measure, absent ones included. */
  int[] places() {
    return new int[] {yearAt, procedureAt, subjectAt, gradeAt};
  }

  Measure measure(Cells cells, FieldBuffer row) throws BadCell {
    return new Measure(
        yearAt == Cells.ABSENT ? constantYear : cells.year(row, yearAt),
        procedureAt == Cells.ABSENT ? constantProcedure : cells.required(row, procedureAt),
        subjectAt == Cells.ABSENT ? constantSubject : cells.required(row, subjectAt),
        gradeAt == Cells.ABSENT ? constantGrade : grade(cells.code(row, gradeAt)));
  }

  /** The grade in a text of the grade's column. */
  String grade(String text) {
    if (isNumber(text)) {
      return text; // as nearly always, in the fold's inner loop too
    }
    if (gradeFromClass && Grades.grade(text).equals(text)) {
      return ""; // a class that names its letter only
    }
    return cutsLetters ? Grades.grade(text) : text;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether the row's grade is that of a class whose letters are cut. */
  boolean cutLetters(Cells cells, FieldBuffer row) {
    return cutsLetters
        && !gradeFromClass
        && gradeAt != Cells.ABSENT
        && !Grades.letters(cells.text(row, gradeAt)).isEmpty();
  }

  /** The class the row speaks of, {@link PublishedTallies#WHOLE} if of the whole grade. */
  String schoolClass(Cells cells, FieldBuffer row) throws BadCell {
    if (classAt != Cells.ABSENT) {
      return cells.code(row, classAt);
    }
    return cutLetters(cells, row) ? cells.code(row, gradeAt) : PublishedTallies.WHOLE;
  }

  /** What tells a row's measure, in the order of {@link #places}, where no column does. */
  List<String> constants() {
    return List.of(
        Integer.toString(constantYear), constantProcedure, constantSubject, constantGrade);
  }

  /** What is given neither as a column nor as a constant, if anything: for the run's notes. */
  static Optional<Message> unnamed(ResultsInput input, String path) {
    boolean procedure =
        input.columns().procedure().isEmpty() && input.constants().procedure().isEmpty();
    boolean subject =
        ResultColumns.of(input).subject().isEmpty() && input.constants().subject().isEmpty();
    if (procedure && subject) {
      return Optional.of(Message.of("inputs.no-procedure-and-subject", path));
    }
    if (procedure) {
      return Optional.of(Message.of("inputs.no-procedure", path));
    }
    return subject ? Optional.of(Message.of("inputs.no-subject", path)) : Optional.empty();
  }
}
