package io.levelfield.draft;

import io.levelfield.study.ResultsInput.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a table tells of results.
 *
 * @param shape of its rows
 * @param columns by property
 * @param wide columns by property and subject, where it has one for each
 * @param marks columns by mark
 * @param subject that the only column of results is named after
 * @param asked property whose column nobody but the user knows
 */
record ResultsRole(
    Shape shape,
    Mapping columns,
    Map<String, Map<Words.Subject, Column>> wide,
    List<Column> marks,
    Optional<Words.Subject> subject,
    Optional<String> asked) {

  /**
   * Rows of schools are nearly all told apart by school and examination; those of pupils are not.
   */
  private static final double ROWS_OF_SCHOOLS = 0.9;

  private static final int FEWEST_MARKS = 3;
  private static final List<String> KEY =
      List.of("school_id", "year", "procedure", "subject", "grade", "class");
  private static final Set<String> OF_PUPILS = Set.of("pupil_id", "score", "mark");
  private static final Set<String> OF_SCHOOLS =
      Set.of("mean", "participants", "enrolled", "below_minimum", "top", "sd");

  /** What a table tells of results; empty where nothing shows that it does. */
  static Optional<ResultsRole> of(Table table, Mapping.Mapped school, Words words) {
    Mapping all = mapping(table, school, words);
    boolean pupils = rowsOfPupils(table, all);
    String plain = pupils ? "score" : "mean";
    List<Column> marks =
        table.columns().stream()
            .filter(column -> words.marks().contains(column.name()) && column.numeric())
            .toList();
    if (marks.size() >= FEWEST_MARKS) {
      return Optional.of(
          role(
              Shape.MARKS, all.without(List.of("pupil_id", "score", "mark", "mean", "sd")), marks));
    }
    Map<String, Map<Words.Subject, Column>> wide = Subjects.in(table, words, plain);
    if (wide.containsKey(plain)) {
      return Optional.of(wide(pupils, all, wide));
    }
    if (pupils && (all.has("score") || all.has("mark"))) {
      return Optional.of(role(Shape.PUPILS, all.without(OF_SCHOOLS), List.of()));
    }
    if (!pupils && all.has("participants") && all.has("below_minimum")) {
      return Optional.of(role(Shape.COUNTS, all.without(OF_PUPILS), List.of()));
    }
    if (!pupils && all.has("mean")) {
      return Optional.of(role(Shape.MEANS, all.without(OF_PUPILS), List.of()));
    }
    if (!pupils && all.has("score")) {
      Mapping asMean = all.with("mean", all.column("score").get(), false);
      return Optional.of(role(Shape.MEANS, asMean.without(OF_PUPILS), List.of()));
    }
    return Subjects.only(table, words).map(column -> single(pupils, all, column, words));
  }

  /** A table that is taken for results though nothing shows it: its column is asked for. */
  static ResultsRole asked(Table table, Mapping.Mapped school, Words words) {
    Mapping all = mapping(table, school, words);
    boolean pupils = rowsOfPupils(table, all);
    return new ResultsRole(
        pupils ? Shape.PUPILS : Shape.MEANS,
        all.without(pupils ? OF_SCHOOLS : OF_PUPILS),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.of(pupils ? "score" : "mean"));
  }

  private static Mapping mapping(Table table, Mapping.Mapped school, Words words) {
    Map<String, List<String>> properties = new LinkedHashMap<>(words.common());
    properties.remove("school_id");
    properties.putAll(words.results());
    List<Column> others =
        table.columns().stream().filter(column -> column != school.column()).toList();
    return Mapping.of(others, properties).with("school_id", school.column(), school.sure());
  }

  private static boolean rowsOfPupils(Table table, Mapping mapping) {
    return table.told(KEY.stream().map(mapping::column).toList()) < ROWS_OF_SCHOOLS;
  }

  private static ResultsRole role(Shape shape, Mapping columns, List<Column> marks) {
    return new ResultsRole(shape, columns, Map.of(), marks, Optional.empty(), Optional.empty());
  }

  private static ResultsRole wide(
      boolean pupils, Mapping all, Map<String, Map<Words.Subject, Column>> wide) {
    Map<String, Map<Words.Subject, Column>> kept = new LinkedHashMap<>(wide);
    kept.keySet().removeIf(key -> pupils == OF_SCHOOLS.contains(key));
    List<String> dropped = new ArrayList<>(pupils ? OF_SCHOOLS : OF_PUPILS);
    dropped.addAll(kept.keySet());
    dropped.add("subject");
    dropped.add("mean");
    dropped.add("score");
    return new ResultsRole(
        pupils ? Shape.PUPILS : Shape.MEANS,
        all.without(dropped),
        kept,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static ResultsRole single(boolean pupils, Mapping all, Column column, Words words) {
    return new ResultsRole(
        pupils ? Shape.PUPILS : Shape.MEANS,
        all.without(pupils ? OF_SCHOOLS : OF_PUPILS).with(pupils ? "score" : "mean", column, true),
        Map.of(),
        List.of(),
        words.subject(column.name()),
        Optional.empty());
  }

  /** Whether a column is one of those that results are read from. */
  boolean holds(Column column) {
    return columns.holds(column)
        || marks.contains(column)
        || wide.values().stream().anyMatch(bySubject -> bySubject.containsValue(column));
  }

  /**
   * Whether its rows of a school are of several examinations, so that what else they say repeats.
   */
  boolean severalExaminations() {
    return columns.has("procedure") || columns.has("subject");
  }
}
