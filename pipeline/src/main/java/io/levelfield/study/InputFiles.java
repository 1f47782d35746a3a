package io.levelfield.study;

import io.levelfield.model.text.Message;

/** What every input names: where its files are and how they are written. */
public interface InputFiles {
  String PATH =
      "File, relative to the study: CSV, packed as .gz or .zip or not, or a workbook (.xlsx); *, ?"
          + " and {a,b} match several.";
  String DIALECT = "How the files are written; what is not named is recognised.";

  String path();

  Dialect dialect();

  /** Refuses an input without a path. */
  static void requirePath(String path) {
    if (path == null || path.isBlank()) {
      throw new StudyProblem("path", Message.of("study.no-path"));
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
