package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a row of results says which measure it belongs to. */
final class MeasureColumns implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "all";
  private static final int PROCEDURE = 1;
  private static final int SUBJECT = 2;
  private static final int GRADE = 3;

  private final int yearAt;
  private final int procedureAt;
  private final int subjectAt;
  private final int gradeAt;
  private final int classAt;
  private final int constantYear;
  private final String constantProcedure;
  private final String constantSubject;
  private final String constantGrade;
  private final Map<String, String> procedures;
  private final Map<String, String> subjects;
  private final HashSet<String> asked;
  private final boolean ofPupils;
  private final boolean gradeFromClass;
  private final boolean cutsLetters;

  MeasureColumns(CsvShape shape, ResultsInput input) {
    var columns = ResultColumns.of(input);
    asked = new HashSet<>(input.where().columns().keySet());
    ofPupils = input.ofPersons();
    ResultsInput.Constants constants = input.constants();
    yearAt = shape.column(columns.year());
    procedureAt = shape.column(columns.procedure());
    subjectAt = shape.column(columns.subject());
    classAt = shape.column(columns.schoolClass());
    gradeFromClass = columns.grade().isEmpty() && constants.grade().isEmpty();
    gradeAt = gradeFromClass ? classAt : shape.column(columns.grade());
    cutsLetters = gradeFromClass || !input.keepClassLetters();
    procedures = folded(input.rename().procedure());
    subjects = folded(input.rename().subject());
    constantYear = shape.plan().year(constants.year()).orElse(0);
    constantProcedure = constants.procedure().orElse(ALL);
    constantSubject = constants.subject().orElse(ALL);
    constantGrade = constants.grade().orElse("");
  }

  /** New names by what the names in the files are matched by. */
  private static Map<String, String> folded(Map<String, String> names) {
    Map<String, String> folded = new HashMap<>();
    names.forEach((in, name) -> folded.put(Spelling.folded(in), Spelling.evenly(name)));
    return folded;
  }

  private static String renamed(String text, Map<String, String> names) {
    return names.isEmpty() ? text : names.getOrDefault(Spelling.folded(text), text);
  }

  /** Places of the columns that make the measure, absent ones included. */
  int[] places() {
    return new int[] {yearAt, procedureAt, subjectAt, gradeAt};
  }

  /**
   * The measure of a row.
   *
   * @throws BadCell if a cell says none, or stands for several subjects or grades together
   */
  Measure measure(Cells cells, FieldBuffer row) throws BadCell {
    if (isTotal(cells, row, subjectAt)) {
      throw ofSeveral(cells, row, subjectAt);
    }
    if (isTotal(cells, row, gradeAt)
        && (ofPupils || Grades.number(TotalWords.of(row.text(gradeAt))).isEmpty())) {
      throw ofSeveral(cells, row, gradeAt);
    }
    return new Measure(
        yearAt == Cells.ABSENT ? constantYear : cells.year(row, yearAt),
        procedureAt == Cells.ABSENT
            ? constantProcedure
            : renamed(cells.required(row, procedureAt), procedures),
        subjectAt == Cells.ABSENT
            ? constantSubject
            : renamed(cells.required(row, subjectAt), subjects),
        gradeAt == Cells.ABSENT ? constantGrade : grade(cells.code(row, gradeAt)));
  }

  private static BadCell ofSeveral(Cells cells, FieldBuffer row, int at) {
    Message why = Message.of("reject.total-of-several");
    return new BadCell(cells.columnName(at), row.text(at), why, RowAccount.TOTAL);
  }

  /**
   * Whether a cell says that it is a total, and the study has not asked for such rows, or given
   * them a name.
   */
  private boolean isTotal(Cells cells, FieldBuffer row, int at) {
    return at != Cells.ABSENT
        && TotalWords.totalOf(row.text(at))
        && !asked.contains(cells.columnName(at))
        && !subjects.containsKey(Spelling.folded(row.text(at)));
  }

  /**
   * What rows of one measure have in common, though they are written otherwise.
   *
   * @param place number of the column among {@link #places}
   * @param text of its cell, or of the constant in its stead
   */
  String matched(int place, String text) {
    return switch (place) {
      case PROCEDURE -> renamed(text, procedures);
      case SUBJECT -> renamed(text, subjects);
      case GRADE -> Grades.folded(grade(text));
      default -> text;
    };
  }

  /** Whether cells of a column are matched as they are written. */
  boolean matchesAsWritten(int place) {
    return switch (place) {
      case PROCEDURE -> procedures.isEmpty();
      case SUBJECT -> subjects.isEmpty();
      case GRADE -> false;
      default -> true;
    };
  }

  /** The grade in a text of the grade's column. */
  String grade(String text) {
    if (isNumber(text)) {
      return text; // as nearly always, in the fold's inner loop too
    }
    if (TotalWords.totalOf(text)) {
      return Grades.grade(TotalWords.of(text));
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
    int at = classAt == Cells.ABSENT ? gradeAt : classAt;
    if (isTotal(cells, row, at)) {
      String of = TotalWords.of(row.text(at));
      return Grades.letters(of).isEmpty() ? PublishedTallies.WHOLE : of;
    }
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
