package io.levelfield.ingest;

import io.levelfield.model.SchoolYear;
import io.levelfield.study.ConditionsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Reads conditions: a row per school and year, a score in each column. */
final class ConditionsReader implements TableInput<ConditionsReader.Key, Double> {
  private final ConditionsInput input;
  private final KnownSchools known;

  /** A condition of a school and year. */
  record Key(SchoolYear of, String condition) {}

  ConditionsReader(ConditionsInput input, KnownSchools known) {
    this.input = input;
    this.known = known;
  }

  @Override
  public List<String> wanted() {
    List<String> wanted = new ArrayList<>(input.columns().schoolId().columns());
    input.columns().year().ifPresent(wanted::add);
    wanted.addAll(input.columns().scores().values());
    return wanted.stream().distinct().toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return input.columns().scores().values().stream().distinct().toList();
  }

  @Override
  public String keyColumn() {
    return input.columns().schoolId().name();
  }

  @Override
  public RowReader<Key, Double> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> read(cells, row, lost);
  }

  private List<Claim<Key, Double>> read(Cells cells, FieldBuffer row, Consumer<BadCell> lost)
      throws BadCell {
    CsvShape shape = cells.shape();
    String school = known.school(cells, row, shape.column(input.columns().schoolId().name()));
    int year = cells.year(row, input.columns().year(), input.constants().year());
    var of = new SchoolYear(school, year);
    List<Claim<Key, Double>> claims = new ArrayList<>();
    var ofRow = new RowCells();
    for (Map.Entry<String, String> column : input.columns().scores().entrySet()) {
      var key = new Key(of, column.getKey());
      int at = shape.column(column.getValue());
      var range = Optional.ofNullable(input.ranges().get(column.getKey()));
      ofRow.read(
          () -> {
            OptionalDouble score = cells.number(row, at);
            cells.requireWithin(row, at, score, range);
            score.ifPresent(z -> claims.add(new Claim<>(key, z)));
          });
    }
    ofRow.settle(!claims.isEmpty(), lost);
    return claims;
  }
}
