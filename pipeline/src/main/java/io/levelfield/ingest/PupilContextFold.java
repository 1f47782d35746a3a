package io.levelfield.ingest;

import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.Range;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Folds pupil rows into the mean or share of each indicator per school and year. */
final class PupilContextFold implements FoldJob<SchoolYear, PupilContextFold.Sums> {
  private static final long serialVersionUID = 1L;

  /** Known values and their sum, per indicator. */
  static final class Sums {
    private final long[] known;
    private final ExactSum[] sums;

    Sums(int indicators) {
      known = new long[indicators];
      sums = new ExactSum[indicators];
      for (int i = 0; i < indicators; i++) {
        sums[i] = new ExactSum();
      }
    }

    void add(int indicator, double value) {
      known[indicator]++;
      sums[indicator].add(value);
    }

    /** Mean of the known values of each indicator that has any. */
    Map<String, Double> means(List<String> indicators) {
      Map<String, Double> means = new HashMap<>();
      for (int i = 0; i < known.length; i++) {
        if (known[i] > 0) {
          means.put(indicators.get(i), sums[i].high() / known[i]);
        }
      }
      return means;
    }
  }

  /** How one indicator is read from a row; a plain value, so that tasks can carry it. */
  private record Source(String key, String column, boolean share, String equals, Range range)
      implements Serializable {}

  private final List<CsvShape> files;
  private final List<Source> sources;
  private final boolean anySchool;
  private final HashSet<String> register;
  private final String schoolColumn;
  private final String yearColumn;
  private final int constantYear;

  PupilContextFold(
      List<CsvShape> files,
      ContextInput input,
      Map<String, Indicator> indicators,
      Optional<Set<String>> register) {
    this.files = List.copyOf(files);
    List<Source> read = new ArrayList<>();
    indicators.forEach((key, indicator) -> read.add(source(key, indicator)));
    this.sources = List.copyOf(read);
    this.anySchool = register.isEmpty();
    this.register = new HashSet<>(register.orElse(Set.of()));
    this.schoolColumn = input.columns().schoolId();
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

  private record Cell(SchoolYear key, Sums sums, BadCell problem) {}

  @Override
  public Folded<SchoolYear, Sums> fold(int file, FilePart part) {
    CsvShape shape = files.get(file);
    var cells = new Cells(shape);
    int schoolAt = shape.column(schoolColumn);
    int yearAt = yearColumn.isEmpty() ? Cells.ABSENT : shape.column(yearColumn);
    int[] columns = sources.stream().mapToInt(source -> shape.column(source.column())).toArray();
    double[] values = new double[columns.length];
    var keyed =
        new KeyedFold<>(new int[] {schoolAt, yearAt}, row -> cell(cells, schoolAt, yearAt, row));
    PartLog log =
        Rows.read(
            part,
            shape,
            (row, line) -> {
              Cell cell = keyed.of(row);
              if (cell.problem() != null) {
                throw cell.problem();
              }
              // All cells are read before any is counted: a rejected row counts nowhere.
              for (int i = 0; i < columns.length; i++) {
                values[i] = value(cells, row, columns[i], sources.get(i));
              }
              for (int i = 0; i < columns.length; i++) {
                if (!Double.isNaN(values[i])) {
                  cell.sums().add(i, values[i]);
                }
              }
            });
    Map<SchoolYear, Sums> sums = new HashMap<>();
    for (Cell cell : keyed.values()) {
      if (cell.problem() == null) {
        sums.merge(cell.key(), cell.sums(), this::merge);
      }
    }
    return new Folded<>(sums, log);
  }

  private Cell cell(Cells cells, int schoolAt, int yearAt, FieldBuffer row) {
    try {
      String school = cells.required(row, schoolAt);
      if (!anySchool && !register.contains(school)) {
        throw cells.bad(row, schoolAt, "no such school in the register");
      }
      int year = yearAt == Cells.ABSENT ? constantYear : cells.year(row, yearAt);
      return new Cell(new SchoolYear(school, year), new Sums(sources.size()), null);
    } catch (BadCell e) {
      return new Cell(null, null, e);
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
      throw cells.bad(row, column, "outside the plausible range " + source.range());
    }
    return value;
  }

  @Override
  public Sums merge(Sums into, Sums other) {
    for (int i = 0; i < into.known.length; i++) {
      into.known[i] += other.known[i];
      into.sums[i].add(other.sums[i]);
    }
    return into;
  }

  @Override
  public void write(Map<SchoolYear, Sums> accumulators, DataOutput out) throws IOException {
    out.writeInt(accumulators.size());
    for (Map.Entry<SchoolYear, Sums> entry : accumulators.entrySet()) {
      out.writeUTF(entry.getKey().schoolId());
      out.writeInt(entry.getKey().year());
      Sums sums = entry.getValue();
      for (int i = 0; i < sums.known.length; i++) {
        out.writeLong(sums.known[i]);
        out.writeDouble(sums.sums[i].high());
        out.writeDouble(sums.sums[i].low());
      }
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<SchoolYear, Sums> each) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      each.accept(new SchoolYear(in.readUTF(), in.readInt()), readSums(in));
    }
  }

  private Sums readSums(DataInput in) throws IOException {
    var sums = new Sums(sources.size());
    for (int i = 0; i < sums.known.length; i++) {
      sums.known[i] = in.readLong();
      sums.sums[i] = ExactSum.of(in.readDouble(), in.readDouble());
    }
    return sums;
  }

  /** Keys of the indicators in the order of the sums. */
  List<String> indicators() {
    return sources.stream().map(Source::key).toList();
  }
}
