package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.CodeColumns;
import io.levelfield.study.InputFiles;
import io.levelfield.study.SubjectColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a record of a file is made into before its cells are read: which records are taken, which
 * columns are joined to a code, and which results a row of a wide table holds. What is made stands
 * as further columns behind the file's own, so that whoever reads a row need not know.
 */
final class RowPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a column made of a wide row is the column of, beside properties of results. */
  static final String SUBJECT = "subject";

  /** What is shown instead of a cell that is to be shown nowhere. */
  static final String HIDDEN = "***";

  private static final int NO_YEAR = 0;

  /** One of the results that a row holds. */
  private record Result(String subject, List<Integer> columns) implements Serializable {}

  private final int year;
  private final int fileColumns;
  private final RowFilter filter;
  private final List<int[]> joined;
  private final int[] school;
  private final List<Result> results;
  private final List<String> made;
  private final List<String> header;
  private final List<Integer> hidden;

  private RowPlan(List<String> header) {
    this.header = List.copyOf(header);
    year = NO_YEAR;
    fileColumns = header.size();
    filter = new RowFilter();
    joined = List.of();
    school = new int[0];
    results = List.of();
    made = List.of();
    hidden = List.of();
  }

  private RowPlan(
      InputFiles input, CsvShape file, OptionalInt year, Collection<String> columnsRead) {
    header = List.copyOf(file.header());
    this.year = year.orElse(NO_YEAR);
    fileColumns = header.size();
    filter = new RowFilter(input.where(), header, file.format());
    made = new ArrayList<>();
    joined = new ArrayList<>();
    for (CodeColumns code : input.codes()) {
      if (code.joined() && !made.contains(code.name())) {
        joined.add(code.columns().stream().mapToInt(file::column).toArray());
        made.add(code.name());
      }
    }
    school =
        input.school().stream()
            .flatMap(code -> code.columns().stream())
            .mapToInt(file::column)
            .toArray();
    results = results(input, file);
    if (!results.isEmpty()) {
      made.add(made(SUBJECT));
      input.bySubject().keySet().forEach(key -> made.add(made(key)));
    }
    hidden = hidden(input, file, columnsRead);
  }

  private List<Integer> hidden(InputFiles input, CsvShape file, Collection<String> columnsRead) {
    Set<Integer> shown = new HashSet<>();
    if (input.ofPersons()) {
      columnsRead.forEach(column -> shown.add(file.column(column)));
      results.forEach(result -> shown.addAll(result.columns()));
    } else {
      IntStream.range(0, fileColumns).forEach(shown::add);
    }
    input.hidden().forEach(column -> shown.remove(file.column(column)));
    return IntStream.range(0, fileColumns).filter(c -> !shown.contains(c)).boxed().toList();
  }

  /** Rows are read as they stand. */
  static RowPlan asTheyStand(List<String> header) {
    return new RowPlan(header);
  }

  /**
   * The shape of a file by what an input says of its rows.
   *
   * @param year what the file's path says
   * @param columnsRead columns of the file that are read
   * @throws InputsRefused if the file has no column for any subject
   */
  static CsvShape planned(
      InputFiles input, CsvShape file, OptionalInt year, Collection<String> columnsRead) {
    var plan = new RowPlan(input, file, year, columnsRead);
    List<String> columns = new ArrayList<>(file.header());
    columns.addAll(plan.made);
    return new CsvShape(file.name(), file.format(), columns, file.styles(), plan);
  }

  /** Name of a column made of a wide row; no column of a file has it. */
  static String made(String key) {
    return "\u0000" + key;
  }

  private static List<Result> results(InputFiles input, CsvShape file) {
    List<Map<String, String>> columns = new ArrayList<>();
    Set<String> subjects = new LinkedHashSet<>();
    for (SubjectColumns bySubject : input.bySubject().values()) {
      Map<String, String> found = new LinkedHashMap<>(bySubject.in(file.header()));
      if (found.isEmpty()) {
        throw new InputsRefused(
            Message.of(
                "inputs.no-column-of-pattern",
                file.name(),
                bySubject.pattern().orElse(""),
                String.join(", ", file.header())));
      }
      columns.add(found);
      subjects.addAll(found.keySet());
    }
    return subjects.stream()
        .map(
            subject ->
                new Result(
                    subject,
                    columns.stream()
                        .map(of -> file.column(Optional.ofNullable(of.get(subject))))
                        .toList()))
        .toList();
  }

  /** The year of rows that do not say it: that of the file's path, else what the study says. */
  OptionalInt year(OptionalInt constant) {
    return year == NO_YEAR ? constant : OptionalInt.of(year);
  }

  /** Whether cells of some column are shown nowhere. */
  boolean hidesSome() {
    return !hidden.isEmpty();
  }

  /** Whether the cells of a column are shown nowhere. */
  boolean hides(int column) {
    return hidden.contains(column);
  }

  /** Whether the cells of the column with this name are, be it joined of such columns. */
  boolean hides(String column) {
    int code = made.indexOf(column);
    return (code >= 0 && code < joined.size())
        ? Arrays.stream(joined.get(code)).anyMatch(this::hides)
        : hidden.stream().anyMatch(at -> header.get(at).equals(column));
  }

  /** Whether a row has a place for a school's code, and nothing in it. */
  boolean namesNoSchool(FieldBuffer row) {
    return school.length > 0 && Arrays.stream(school).allMatch(row::isEmpty);
  }

  /** Number of columns the file itself has. */
  int fileColumns() {
    return fileColumns;
  }

  /** Whether rows are read as they stand. */
  boolean isPlain() {
    return made.isEmpty() && filter.takesAll();
  }

  boolean takes(FieldBuffer row) {
    return filter.takes(row);
  }

  /** How many results a row holds. */
  int results() {
    return Math.max(1, results.size());
  }

  /** The code of the school as the row writes it; empty where the row says none. */
  String school(FieldBuffer row) {
    return Arrays.stream(school)
        .mapToObj(at -> at < row.size() ? row.text(at) : "")
        .collect(Collectors.joining(String.valueOf(CodeColumns.SEPARATOR)));
  }

  /** Puts what is made behind the row's own fields, for one of its results. */
  void make(FieldBuffer row, int result) {
    row.cut(fileColumns, result);
    for (int[] parts : joined) {
      row.join(parts, CodeColumns.SEPARATOR);
    }
    if (!results.isEmpty()) {
      Result of = results.get(result);
      row.append(of.subject());
      for (int column : of.columns()) {
        row.repeat(column);
      }
    }
  }

  /** What a column is called in the file, as far as one of a row's results is concerned. */
  String nameInFile(String column, int result) {
    int place = made.indexOf(column);
    if (place < 0 || place < joined.size() || column.equals(made(SUBJECT))) {
      return column.equals(made(SUBJECT)) ? results.get(result).subject() : column;
    }
    int own = results.get(result).columns().get(place - joined.size() - 1);
    return own == Cells.ABSENT ? results.get(result).subject() : header.get(own);
  }
}
