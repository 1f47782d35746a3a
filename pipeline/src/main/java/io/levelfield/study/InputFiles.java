package io.levelfield.study;

import io.levelfield.model.input.FileAddress;
import io.levelfield.model.text.Message;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every input names: where its files are and how they are written. */
public interface InputFiles {
  String PATH =
      "File, relative to the study: CSV, packed as .gz or .zip or not, or a workbook (.xlsx); *, ?"
          + " and {a,b} match several, {year} a year that is then that of the file's rows.";
  String DIALECT = "How the files are written; what is not named is recognised.";

  String WHERE =
      "Rows to take, column by column: a value, a list of values, or {not: …} of either. A text"
          + " matches in either case, a number however it is written. Other rows are left out.";
  String SCHOOL_ID =
      "Code of the school; a text: zeros at its start are kept. A list of columns is joined by"
          + " hyphens.";

  /** What stands for the year in a path. */
  String YEAR_IN_PATH = "{year}";

  String path();

  Dialect dialect();

  /** Which rows are taken. */
  Where where();

  /** Where the code of the school stands, if rows speak of schools that another input names. */
  default Optional<CodeColumns> school() {
    return Optional.empty();
  }

  /** Codes that may be joined from several columns. */
  default List<CodeColumns> codes() {
    return List.of();
  }

  /** Columns by subject, by the property they hold; empty where a row is one result. */
  default Map<String, SubjectColumns> bySubject() {
    return Map.of();
  }

  /** Columns whose cells are shown nowhere, not even where a row is rejected. */
  default List<String> hidden() {
    return List.of();
  }

  /**
   * Whether rows speak of persons. Of these nothing is shown that is not read: nobody knows what a
   * column holds that the study does not name.
   */
  default boolean ofPersons() {
    return !hidden().isEmpty();
  }

  /** Whether a number can be the year of an examination or a passport. */
  static boolean isYear(int number) {
    return number >= 1900 && number <= 2100;
  }

  /** Refuses an input whose year is told twice or not at all. */
  static void requireOneYear(String path, boolean column, OptionalInt constant) {
    boolean inPath = path.contains(YEAR_IN_PATH);
    if (inPath && (column || constant.isPresent())) {
      throw new StudyProblem(
          column ? "columns.year" : "constants.year", Message.of("study.year-twice"));
    }
    if (!inPath && !column && constant.isEmpty()) {
      throw new StudyProblem("columns.year", Message.of("study.no-year"));
    }
  }

  /**
   * Ranges of scores by name, ordered.
   *
   * @throws StudyProblem if one is of no score
   */
  static Map<String, Range> rangesOf(Map<String, Range> ranges, Collection<String> scores) {
    if (ranges == null) {
      return Map.of();
    }
    for (String name : ranges.keySet()) {
      if (!scores.contains(name)) {
        throw new StudyProblem(
            "ranges." + name,
            Message.of(
                "study.unknown-key",
                Nearest.suggestion(name, scores),
                String.join(", ", new TreeSet<>(scores))));
      }
    }
    return Collections.unmodifiableMap(new TreeMap<>(ranges));
  }

  /** Refuses an input without a path. */
  static void requirePath(String path) {
    if (path == null || path.isBlank()) {
      throw new StudyProblem("path", Message.of("study.no-path"));
    }
    if (FileAddress.holdsPassword(path)) { // not told again
      throw new StudyProblem("path", Message.of("study.path-secret"));
    }
  }

  /** Refuses an input without a column mapping. */
  static void requireColumns(Object columns) {
    if (columns == null) {
      throw new StudyProblem("columns", Message.of("study.no-columns"));
    }
  }

  /** Refuses a mapping without this column. */
  static void requireColumn(String key, Object column) {
    if (column == null) {
      throw new StudyProblem(key, Message.of("study.no-column"));
    }
  }
}
