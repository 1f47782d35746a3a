package io.levelfield.ingest;

import io.levelfield.model.School;
import io.levelfield.study.SchoolsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the register of schools: a row per school. */
final class SchoolsReader {
  private static final Map<String, String> SETTLEMENTS =
      Map.ofEntries(
          Map.entry("город", "urban"),
          Map.entry("городская", "urban"),
          Map.entry("городской", "urban"),
          Map.entry("г", "urban"),
          Map.entry("urban", "urban"),
          Map.entry("city", "urban"),
          Map.entry("село", "rural"),
          Map.entry("сельская", "rural"),
          Map.entry("сельский", "rural"),
          Map.entry("с", "rural"),
          Map.entry("rural", "rural"),
          Map.entry("village", "rural"));

  private final Cells cells;
  private final SchoolsInput.Columns columns;
  private final Map<String, School> schools;

  private SchoolsReader(CsvShape shape, SchoolsInput.Columns columns, Map<String, School> schools) {
    this.cells = new Cells(shape);
    this.columns = columns;
    this.schools = schools;
  }

  /** File columns the mapping names. */
  static List<String> wanted(SchoolsInput.Columns columns) {
    return Stream.of(
            Optional.of(columns.schoolId()),
            columns.name(),
            columns.municipality(),
            columns.settlement(),
            columns.selective(),
            columns.parallelClasses(),
            columns.travelMinutes(),
            columns.latitude(),
            columns.longitude())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Reads a file's schools into {@code schools}; a school that is there already is a reject. */
  static List<PartLog> read(
      CsvFile file, SchoolsInput.Columns columns, Map<String, School> schools) {
    var reader = new SchoolsReader(file.shape(), columns, schools);
    List<PartLog> logs = new ArrayList<>();
    for (FilePart part : file.survey().parts()) {
      logs.add(Rows.read(part, file.shape(), (row, line) -> reader.take(row)));
    }
    return logs;
  }

  private void take(FieldBuffer row) throws BadCell {
    School school = school(row);
    if (schools.putIfAbsent(school.id(), school) != null) {
      throw cells.bad(
          row,
          cells.shape().column(columns.schoolId()),
          "this school stands in the register twice");
    }
  }

  private School school(FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    int selective = shape.column(columns.selective());
    OptionalLong parallel = cells.count(row, shape.column(columns.parallelClasses()));
    return new School(
        cells.required(row, shape.column(columns.schoolId())),
        cells.text(row, shape.column(columns.name())),
        cells.text(row, shape.column(columns.municipality())),
        settlement(cells.text(row, shape.column(columns.settlement()))),
        cells.missing(row, selective) ? Optional.empty() : Optional.of(cells.yesNo(row, selective)),
        parallel.isPresent()
            ? OptionalInt.of(Math.toIntExact(parallel.getAsLong()))
            : OptionalInt.empty(),
        within(row, columns.travelMinutes(), 0, Double.MAX_VALUE),
        within(row, columns.latitude(), -90, 90),
        within(row, columns.longitude(), -180, 180));
  }

  private OptionalDouble within(
      FieldBuffer row, Optional<String> column, double lowest, double highest) throws BadCell {
    int at = cells.shape().column(column);
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent() && !(value.getAsDouble() >= lowest && value.getAsDouble() <= highest)) {
      throw cells.bad(row, at, "impossible value");
    }
    return value;
  }

  private static String settlement(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    return SETTLEMENTS.getOrDefault(plain, text);
  }
}
