package io.levelfield.ingest;

import io.levelfield.ingest.Minimums.Minimum;
import io.levelfield.model.text.Message;
import io.levelfield.study.MinimumsInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads tables of minimums: a row per examination, as far as it names one. */
final class MinimumsReader implements TableInput<MinimumsReader.Key, MinimumsReader.Figures> {
  private final MinimumsInput.Columns columns;
  private final Names names;

  /** What a row is the minimum of; an empty property fits every measure. */
  record Key(String procedure, String subject, String grade, OptionalInt year) {}

  /** What a row says. */
  record Figures(double minimum, OptionalDouble top, OptionalDouble maximum) {}

  /** How the names in the tables of minimums are written. */
  record Names(Spellings procedures, Spellings subjects, Spellings grades) {
    Names() {
      this(new Spellings(), new Spellings(), Spellings.ofGrades());
    }

    /** The minimums that rows of the tables say. */
    Minimums minimums(Map<Key, Figures> rows) {
      return new Minimums(
          rows.entrySet().stream().map(row -> minimum(row.getKey(), row.getValue())).toList());
    }

    private Minimum minimum(Key key, Figures figures) {
      return new Minimum(
          procedures.shown(key.procedure()),
          subjects.shown(key.subject()),
          grades.shown(key.grade()),
          key.year(),
          figures.minimum(),
          figures.top(),
          figures.maximum());
    }
  }

  MinimumsReader(MinimumsInput.Columns columns, Names names) {
    this.columns = columns;
    this.names = names;
  }

  @Override
  public List<String> wanted() {
    return Stream.of(
            columns.procedure(),
            columns.subject(),
            columns.grade(),
            columns.year(),
            Optional.of(columns.minimum()),
            columns.top(),
            columns.maximum())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return Stream.of(Optional.of(columns.minimum()), columns.top(), columns.maximum())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @Override
  public String keyColumn() {
    return columns.minimum();
  }

  @Override
  public RowReader<Key, Figures> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> read(cells, row);
  }

  private List<Claim<Key, Figures>> read(Cells cells, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    int year = shape.column(columns.year());
    int minimumAt = shape.column(columns.minimum());
    OptionalDouble minimum = cells.number(row, minimumAt);
    if (minimum.isEmpty()) {
      throw cells.bad(row, minimumAt, Message.of("reject.no-minimum"));
    }
    OptionalDouble top = cells.number(row, shape.column(columns.top()));
    if (top.isPresent() && top.getAsDouble() < minimum.getAsDouble()) {
      throw cells.bad(row, shape.column(columns.top()), Message.of("reject.top-below-minimum"));
    }
    int maximumAt = shape.column(columns.maximum());
    OptionalDouble maximum = cells.number(row, maximumAt);
    if (maximum.isPresent() && maximum.getAsDouble() < top.orElse(minimum.getAsDouble())) {
      throw cells.bad(row, maximumAt, Message.of("reject.maximum-too-low"));
    }
    var key =
        new Key(
            names.procedures().key(cells.text(row, shape.column(columns.procedure())), 1),
            names.subjects().key(cells.text(row, shape.column(columns.subject())), 1),
            names.grades().key(cells.text(row, shape.column(columns.grade())), 1),
            cells.missing(row, year)
                ? shape.plan().year(OptionalInt.empty())
                : OptionalInt.of(cells.year(row, year)));
    return List.of(new Claim<>(key, new Figures(minimum.getAsDouble(), top, maximum)));
  }
}
