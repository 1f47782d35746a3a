package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.text.Message;
import io.levelfield.study.MinimumsInput;
import java.util.ArrayList;
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
      OptionalDouble top) {

    boolean fits(Measure measure) {
      return (procedure.isEmpty() || procedure.equals(measure.procedure()))
          && (subject.isEmpty() || subject.equals(measure.subject()))
          && (grade.isEmpty()
              || grade.equals(measure.grade())
              || Grades.grade(grade).equals(measure.grade()))
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

    boolean sameKey(Minimum other) {
      return procedure.equals(other.procedure)
          && subject.equals(other.subject)
          && grade.equals(other.grade)
          && year.equals(other.year);
    }
  }

  /** Of two rows with as many properties, the one with the property named first wins. */
  private static final Comparator<Minimum> MORE_SPECIFIC =
      Comparator.comparingInt(Minimum::specificity)
          .thenComparing(row -> !row.procedure().isEmpty())
          .thenComparing(row -> !row.subject().isEmpty())
          .thenComparing(row -> !row.grade().isEmpty());

  private final List<Minimum> rows = new ArrayList<>();

  /** The row that fits the measure most closely. */
  Optional<Minimum> of(Measure measure) {
    return rows.stream().filter(row -> row.fits(measure)).max(MORE_SPECIFIC);
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

  /** Reads the rows of an input into these minimums. */
  TableInput input(MinimumsInput.Columns columns) {
    return new TableInput() {
      @Override
      public List<String> wanted() {
        return Stream.of(
                columns.procedure(),
                columns.subject(),
                columns.grade(),
                columns.year(),
                Optional.of(columns.minimum()),
                columns.top())
            .flatMap(Optional::stream)
            .distinct()
            .toList();
      }

      @Override
      public List<String> numbers(CsvShape file) {
        return Stream.of(Optional.of(columns.minimum()), columns.top())
            .flatMap(Optional::stream)
            .distinct()
            .toList();
      }

      @Override
      public Rows.Consumer of(CsvShape file) {
        var cells = new Cells(file);
        return (row, line) -> take(cells, columns, row);
      }
    };
  }

  private void take(Cells cells, MinimumsInput.Columns columns, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    int year = shape.column(columns.year());
    int minimumAt = shape.column(columns.minimum());
    OptionalDouble minimum = cells.number(row, minimumAt);
    if (minimum.isEmpty()) {
      throw cells.bad(row, minimumAt, Message.of("reject.no-minimum"));
    }
    var read =
        new Minimum(
            cells.text(row, shape.column(columns.procedure())),
            cells.text(row, shape.column(columns.subject())),
            cells.text(row, shape.column(columns.grade())),
            cells.missing(row, year)
                ? shape.plan().year(OptionalInt.empty())
                : OptionalInt.of(cells.year(row, year)),
            minimum.getAsDouble(),
            cells.number(row, shape.column(columns.top())));
    if (read.top().isPresent() && read.top().getAsDouble() < read.minimum()) {
      throw cells.bad(row, shape.column(columns.top()), Message.of("reject.top-below-minimum"));
    }
    if (rows.stream().anyMatch(read::sameKey)) {
      throw cells.bad(row, minimumAt, Message.of("reject.minimum-twice"));
    }
    rows.add(read);
  }
}
