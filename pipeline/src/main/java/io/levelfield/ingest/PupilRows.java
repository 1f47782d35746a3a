package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.Range;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Reads the indicators of pupils' rows into something kept for each school and year. */
final class PupilRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How one indicator is read from a row; a plain value, so that tasks can carry it. */
  private record Source(String key, String column, boolean share, String equals, Range range)
      implements Serializable {}

  private final List<CsvShape> files;
  private final List<Source> sources;
  private final KnownSchools schools;
  private final String schoolColumn;
  private final String yearColumn;
  private final int constantYear;

  /**
   * @param indicators that are aggregated from pupils
   * @param schools that rows may speak of
   */
  PupilRows(
      List<CsvShape> files,
      ContextInput input,
      Map<String, Indicator> indicators,
      KnownSchools schools) {
    this.files = List.copyOf(files);
    List<Source> read = new ArrayList<>();
    indicators.forEach((key, indicator) -> read.add(source(key, indicator)));
    this.sources = List.copyOf(read);
    this.schools = schools;
    this.schoolColumn = input.columns().schoolId().name();
    this.yearColumn = input.columns().year().orElse("");
    this.constantYear = input.constants().year().orElse(0);
  }

  private static Source source(String key, Indicator indicator) {
    boolean share = indicator.aggregate().orElseThrow() == Indicator.Aggregate.SHARE;
    return new Source(
        key,
        indicator.column().orElse(key),
        share,
        indicator.equals().orElse(""),
        indicator.range().orElse(new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
  }

  /** Keys of the indicators in the order of a row's values. */
  List<String> indicators() {
    return sources.stream().map(Source::key).toList();
  }

  private record Cell<A>(SchoolYear key, A kept, BadCell problem) {}

  /**
   * Reads one part of a file.
   *
   * @param make what is kept for a school and year
   * @param add takes a row's values, in the order of {@link #indicators}, NaN where unknown
   */
  <A> FoldJob.Folded<SchoolYear, A> fold(
      int file,
      FilePart part,
      Supplier<A> make,
      BiConsumer<A, double[]> add,
      BinaryOperator<A> merge) {
    CsvShape shape = files.get(file);
    var cells = new Cells(shape);
    int schoolAt = shape.column(schoolColumn);
    int yearAt = yearColumn.isEmpty() ? Cells.ABSENT : shape.column(yearColumn);
    int[] columns = sources.stream().mapToInt(source -> shape.column(source.column())).toArray();
    double[] values = new double[columns.length];
    var keyed =
        new KeyedFold<>(
            new int[] {schoolAt, yearAt}, row -> cell(cells, schoolAt, yearAt, row, make));
    PartLog log =
        Rows.read(
            part,
            shape,
            (row, line, lost) -> {
              Cell<A> cell = keyed.of(row);
              if (cell.problem() != null) {
                throw cell.problem();
              }
              // All cells are read before any is counted: a rejected row counts nowhere.
              for (int i = 0; i < columns.length; i++) {
                values[i] = value(cells, row, columns[i], sources.get(i));
              }
              add.accept(cell.kept(), values);
              return Arrays.stream(values).allMatch(Double::isNaN)
                  ? RowAccount.NOT_TAKEN
                  : RowAccount.COUNTED;
            });
    Map<SchoolYear, A> kept = new HashMap<>();
    for (Cell<A> cell : keyed.values()) {
      if (cell.problem() == null) {
        kept.merge(cell.key(), cell.kept(), merge);
      }
    }
    return new FoldJob.Folded<>(kept, log.with(cells.forms(part.firstLine() - 1)));
  }

  private <A> Cell<A> cell(
      Cells cells, int schoolAt, int yearAt, FieldBuffer row, Supplier<A> make) {
    try {
      String school = schools.school(cells, row, schoolAt);
      int year =
          yearAt == Cells.ABSENT
              ? cells.shape().plan().year(OptionalInt.of(constantYear)).getAsInt()
              : cells.year(row, yearAt);
      return new Cell<>(new SchoolYear(school, year), make.get(), null);
    } catch (BadCell e) {
      return new Cell<>(null, null, e);
    }
  }

  /** A row's value of an indicator; NaN where it has none. */
  private static double value(Cells cells, FieldBuffer row, int column, Source source)
      throws BadCell {
    if (source.share()) {
      if (cells.missing(row, column)) {
        return Double.NaN;
      }
      return row.text(column).equals(source.equals()) ? 1 : 0;
    }
    double value = cells.numberOrNaN(row, column);
    if (!Double.isNaN(value) && !source.range().contains(value)) {
      throw cells.bad(row, column, Message.of("reject.outside-range", source.range().toString()));
    }
    return value;
  }
}
