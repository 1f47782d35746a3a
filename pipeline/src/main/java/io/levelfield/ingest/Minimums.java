package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The minimum and top score of each measure. */
final class Minimums {

  /** One row of a table of minimums; an empty property fits every measure. */
  record Minimum(
      String procedure,
      String subject,
      String grade,
      OptionalInt year,
      double minimum,
      OptionalDouble top,
      OptionalDouble maximum) {

    boolean fits(Measure measure) {
      return (procedure.isEmpty() || Spelling.same(procedure, measure.procedure()))
          && (subject.isEmpty() || Spelling.same(subject, measure.subject()))
          && (grade.isEmpty()
              || Grades.same(grade, measure.grade())
              || Grades.same(Grades.grade(grade), measure.grade()))
          && (year.isEmpty() || year.getAsInt() == measure.year());
    }

    String name() {
      return Stream.of(procedure, subject, grade, year.isEmpty() ? "" : "" + year.getAsInt())
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    }

    int specificity() {
      return (procedure.isEmpty() ? 0 : 1)
          + (subject.isEmpty() ? 0 : 1)
          + (grade.isEmpty() ? 0 : 1)
          + (year.isEmpty() ? 0 : 1);
    }
  }

  /** Of two rows with as many properties, the one with the property named first wins. */
  private static final Comparator<Minimum> MORE_SPECIFIC =
      Comparator.comparingInt(Minimum::specificity)
          .thenComparing(row -> !row.procedure().isEmpty())
          .thenComparing(row -> !row.subject().isEmpty())
          .thenComparing(row -> !row.grade().isEmpty());

  private final List<Minimum> rows;

  /**
   * The minimums that rows say.
   *
   * @param read one for each key
   */
  Minimums(Collection<Minimum> read) {
    rows = read.stream().sorted(Comparator.comparing(Minimum::name)).toList();
  }

  static Minimums none() {
    return new Minimums(List.of());
  }

  /** The row that fits the measure most closely. */
  Optional<Minimum> of(Measure measure) {
    return rows.stream().filter(row -> row.fits(measure)).max(MORE_SPECIFIC);
  }

  /** The scales' maximums, where rows give them. */
  Maximums maximums() {
    return new Maximums(rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** What the rows are of that fit none of the measures, in the order of rows. */
  List<String> unused(Collection<Measure> measures) {
    return rows.stream()
        .filter(row -> measures.stream().noneMatch(row::fits))
        .map(Minimum::name)
        .distinct()
        .toList();
  }

  /** The minimum of every measure of these tallies that has one. */
  Map<Measure, Double> of(List<ResultTally> tallies) {
    Map<Measure, Double> minimums = new HashMap<>();
    tallies.stream()
        .map(ResultTally::measure)
        .distinct()
        .forEach(measure -> of(measure).ifPresent(row -> minimums.put(measure, row.minimum())));
    return minimums;
  }
}
