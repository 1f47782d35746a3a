package io.levelfield.ingest;

import io.levelfield.ingest.StaffCountsReader.Counts;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.text.Message;
import io.levelfield.study.StaffInput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads counts of teachers: a row per school, year and subject. */
final class StaffCountsReader implements TableInput<StaffColumns.Place, Counts> {
  private final StaffInput.Columns columns;
  private final StaffColumns places;

  /**
   * What a row says.
   *
   * @param teachers all of them
   * @param parts of them
   */
  record Counts(int teachers, Map<StaffFigure, StaffCount.Part> parts) {}

  StaffCountsReader(StaffInput input, KnownSchools known, Spellings subjects) {
    columns = input.columns();
    places = new StaffColumns(input, known, subjects);
  }

  @Override
  public List<String> wanted() {
    return places.wanted();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return Stream.concat(columns.teachers().stream(), columns.figures().values().stream())
        .distinct()
        .toList();
  }

  @Override
  public String keyColumn() {
    return places.schoolColumn();
  }

  @Override
  public RowReader<StaffColumns.Place, Counts> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> List.of(new Claim<>(places.place(cells, row), counts(cells, row)));
  }

  private Counts counts(Cells cells, FieldBuffer row) throws BadCell {
    int teachersAt = cells.shape().column(columns.teachers());
    OptionalInt all = cells.fewCounted(row, teachersAt);
    if (all.isEmpty()) {
      throw cells.bad(row, teachersAt, Message.of("reject.no-teachers"));
    }
    int teachers = all.getAsInt();
    Map<StaffFigure, StaffCount.Part> parts = new EnumMap<>(StaffFigure.class);
    for (Map.Entry<StaffFigure, String> column : columns.figures().entrySet()) {
      StaffFigure figure = column.getKey();
      int at = cells.shape().column(column.getValue());
      OptionalInt count = cells.fewCounted(row, at);
      StaffCount.Part whole =
          figure.whole().map(parts::get).orElse(new StaffCount.Part(teachers, teachers));
      boolean wholeKnown = figure.whole().isEmpty() || parts.containsKey(figure.whole().get());
      if (count.isEmpty() || !wholeKnown) {
        continue; // a part of nobody knows how many tells no share
      }
      int some = count.getAsInt();
      if (figure == StaffFigure.VACANCIES) {
        parts.put(figure, new StaffCount.Part(some, Math.addExact(teachers, some)));
        continue;
      }
      if (some > whole.count()) {
        String of = figure.whole().map(columns.figures()::get).or(columns::teachers).orElse("");
        throw cells.bad(row, at, Message.of("reject.more-than-whole", some, whole.count(), of));
      }
      StaffCount.Part trained = parts.get(StaffFigure.TRAINED);
      if (figure == StaffFigure.RISK_GROUP_TRAINED && trained != null && some > trained.count()) {
        String of = columns.figures().get(StaffFigure.TRAINED);
        throw cells.bad(row, at, Message.of("reject.more-than-whole", some, trained.count(), of));
      }
      parts.put(figure, new StaffCount.Part(some, whole.count()));
    }
    return new Counts(teachers, parts);
  }
}
