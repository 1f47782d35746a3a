package io.levelfield.ingest;

import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.study.SchoolsInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads the register of schools: a row per school. */
final class SchoolsReader implements TableInput<String, School> {
  private static final Map<String, String> SETTLEMENTS =
      Map.ofEntries(
          Map.entry("город", "urban"),
          Map.entry("городская", "urban"),
          Map.entry("городской", "urban"),
          Map.entry("г", "urban"),
          Map.entry("urban", "urban"),
          Map.entry("city", "urban"),
          Map.entry("городская местность", "urban"),
          Map.entry("пгт", "urban"),
          Map.entry("поселок городского типа", "urban"),
          Map.entry("рабочий поселок", "urban"),
          Map.entry("село", "rural"),
          Map.entry("сельская", "rural"),
          Map.entry("сельский", "rural"),
          Map.entry("с", "rural"),
          Map.entry("rural", "rural"),
          Map.entry("village", "rural"),
          Map.entry("сельская местность", "rural"),
          Map.entry("деревня", "rural"),
          Map.entry("д", "rural"),
          Map.entry("хутор", "rural"),
          Map.entry("станица", "rural"),
          Map.entry("аул", "rural"),
          Map.entry("сельский поселок", "rural"));

  private final SchoolsInput.Columns columns;
  private final Spellings codes;

  /**
   * @param codes of the schools, filled
   */
  SchoolsReader(SchoolsInput.Columns columns, Spellings codes) {
    this.columns = columns;
    this.codes = codes;
  }

  @Override
  public List<String> wanted() {
    return Stream.concat(columns.schoolId().columns().stream(), described()).distinct().toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return Stream.of(
            columns.parallelClasses(),
            columns.travelMinutes(),
            columns.latitude(),
            columns.longitude())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private Stream<String> described() {
    return Stream.of(
            columns.name(),
            columns.municipality(),
            columns.settlement(),
            columns.selective(),
            columns.parallelClasses(),
            columns.travelMinutes(),
            columns.latitude(),
            columns.longitude())
        .flatMap(Optional::stream);
  }

  @Override
  public String keyColumn() {
    return columns.schoolId().name();
  }

  @Override
  public RowReader<String, School> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> {
      School school = school(cells, row);
      return List.of(new Claim<>(school.id(), school));
    };
  }

  /** The school, by its key. */
  private School school(Cells cells, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    int selective = shape.column(columns.selective());
    return new School(
        codes.key(cells.school(row, shape.column(columns.schoolId().name())), 1),
        cells.text(row, shape.column(columns.name())),
        cells.text(row, shape.column(columns.municipality())),
        settlement(cells.text(row, shape.column(columns.settlement()))),
        cells.yesNoIfSaid(row, selective),
        cells.fewCounted(row, shape.column(columns.parallelClasses())),
        within(cells, row, columns.travelMinutes(), 0, Double.MAX_VALUE),
        within(cells, row, columns.latitude(), -90, 90),
        within(cells, row, columns.longitude(), -180, 180));
  }

  private static OptionalDouble within(
      Cells cells, FieldBuffer row, Optional<String> column, double lowest, double highest)
      throws BadCell {
    int at = cells.shape().column(column);
    OptionalDouble value = cells.number(row, at);
    if (value.isPresent() && !(value.getAsDouble() >= lowest && value.getAsDouble() <= highest)) {
      throw cells.bad(row, at, Message.of("reject.impossible"));
    }
    return value;
  }

  private static String settlement(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("\\.$", "");
    return SETTLEMENTS.getOrDefault(plain, text);
  }
}
