package io.levelfield.study;

import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput.Columns;
import io.levelfield.study.ResultsInput.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What each shape of results needs of its columns. */
final class ResultShapes {
  private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

  private ResultShapes() {}

  static void requireValues(Shape shape, Columns columns) {
    switch (shape) {
      case PUPILS -> {
        boolean none =
            columns.score().isEmpty()
                && columns.scores().isEmpty()
                && columns.mark().isEmpty()
                && columns.marks().isEmpty();
        if (none) {
          throw new StudyProblem("columns.score", Message.of("study.no-score"));
        }
        requireOne("columns.scores", columns.score().isPresent(), columns.scores().isPresent());
        requireOne("columns.marks", columns.mark().isPresent(), columns.marks().isPresent());
        if (columns.enrolled().isPresent()) {
          throw new StudyProblem("columns.enrolled", Message.of("study.enrolled-of-pupils"));
        }
      }
      case COUNTS -> {
        InputFiles.requireColumn("columns.participants", columns.participants().orElse(null));
        InputFiles.requireColumn("columns.below_minimum", columns.belowMinimum().orElse(null));
      }
      case MEANS -> {
        if (columns.means().isEmpty()) {
          InputFiles.requireColumn("columns.mean", columns.mean().orElse(null));
        }
        requireOne("columns.means", columns.mean().isPresent(), columns.means().isPresent());
      }
      case MARKS -> {
        InputFiles.requireColumn("columns.marks", columns.marks().orElse(null));
        columns.marks().get().columns().keySet().forEach(ResultShapes::requireMark);
        requireOwnColumns(columns.marks().get().columns());
        requireOneSubject("columns.participants", columns.participants());
        requireOneSubject("columns.enrolled", columns.enrolled());
      }
    }
  }

  private static void requireOne(String key, boolean single, boolean bySubject) {
    if (single && bySubject) {
      throw new StudyProblem(key, Message.of("study.single-and-by-subject"));
    }
  }

  private static void requireOneSubject(String key, Optional<CountColumn> column) {
    if (column.flatMap(CountColumn::bySubject).isPresent()) {
      throw new StudyProblem(key, Message.of("study.marks-of-one-subject"));
    }
  }

  private static void requireMark(String mark) {
    if (!mark.matches("\\d{1,3}")) {
      throw new StudyProblem("columns.marks", Message.of("study.no-mark", mark));
    }
  }

  /** Columns that are called by the same marks in another order are mixed up. */
  private static void requireOwnColumns(Map<String, String> columns) {
    Map<String, String> called = new LinkedHashMap<>();
    columns.forEach((mark, column) -> called.put(mark, NO_DIGITS.matcher(column).replaceAll("")));
    if (!Set.copyOf(called.values()).equals(columns.keySet())) {
      return; // columns are not called by their marks, or numbered
    }
    called.forEach(
        (mark, own) -> {
          if (!own.equals(mark)) {
            throw new StudyProblem(
                "columns.marks", Message.of("study.other-mark", mark, columns.get(mark), own));
          }
        });
  }

  /** Columns by subject, by the key of the property they hold. */
  static Map<String, SubjectColumns> bySubject(Shape shape, Columns columns) {
    Map<String, SubjectColumns> found = new LinkedHashMap<>();
    if (shape == Shape.MARKS) {
      return found;
    }
    columns.scores().ifPresent(c -> found.put("score", c));
    columns.means().ifPresent(c -> found.put("mean", c));
    if (shape == Shape.PUPILS) {
      columns.marks().ifPresent(c -> found.put("mark", c));
    }
    put(found, "participants", columns.participants());
    put(found, "enrolled", columns.enrolled());
    put(found, "below_minimum", columns.belowMinimum());
    put(found, "top", columns.top());
    put(found, "sd", columns.sd());
    put(found, "sd_overall", columns.sdOverall());
    return found;
  }

  private static void put(
      Map<String, SubjectColumns> found, String key, Optional<CountColumn> column) {
    column.flatMap(CountColumn::bySubject).ifPresent(c -> found.put(key, c));
  }
}
