package io.levelfield.ingest;

import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.text.Message;
import io.levelfield.study.Range;
import io.levelfield.study.StaffInput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a row per teacher, year and subject. */
final class TeachersReader implements TableInput<TeachersReader.Key, TeachersReader.Teacher> {
  private final StaffInput.Columns columns;
  private final StaffColumns places;
  private final Optional<Range> testRange;

  /**
   * Of whom a row speaks.
   *
   * @param teacher pseudonym, or that of a vacant post
   */
  record Key(StaffColumns.Place place, String teacher) {}

  /**
   * What it says.
   *
   * @param told figures the row says yes or no to
   * @param before score before training
   * @param after score after it; present only with the one before
   */
  record Teacher(Map<StaffFigure, Boolean> told, OptionalDouble before, OptionalDouble after) {
    /** Whether it is a post without a teacher. */
    boolean vacantPost() {
      return told.getOrDefault(StaffFigure.VACANCIES, false);
    }
  }

  TeachersReader(StaffInput input, KnownSchools known, Spellings subjects) {
    columns = input.columns();
    testRange = input.testRange();
    places = new StaffColumns(input, known, subjects);
  }

  @Override
  public List<String> wanted() {
    return places.wanted();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return Stream.of(columns.testBefore(), columns.testAfter())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @Override
  public String keyColumn() {
    return places.schoolColumn();
  }

  @Override
  public RowReader<Key, Teacher> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> List.of(read(cells, row, lost));
  }

  private Claim<Key, Teacher> read(Cells cells, FieldBuffer row, Consumer<BadCell> lost)
      throws BadCell {
    CsvShape shape = cells.shape();
    StaffColumns.Place place = places.place(cells, row);
    Map<StaffFigure, Boolean> told = new EnumMap<>(StaffFigure.class);
    for (Map.Entry<StaffFigure, String> column : columns.figures().entrySet()) {
      cells
          .yesNoIfSaid(row, shape.column(column.getValue()))
          .ifPresent(said -> told.put(column.getKey(), said));
    }
    if (columns.vacancies().isPresent()) {
      told.putIfAbsent(StaffFigure.VACANCIES, false);
    }
    boolean vacantPost = told.getOrDefault(StaffFigure.VACANCIES, false);
    int teacherAt = shape.column(columns.teacherId());
    String teacher = vacantPost ? cells.code(row, teacherAt) : cells.required(row, teacherAt);
    int afterAt = shape.column(columns.testAfter());
    OptionalDouble before = test(cells, row, shape.column(columns.testBefore()));
    OptionalDouble after = test(cells, row, afterAt);
    if (after.isPresent() && before.isEmpty()) {
      lost.accept(cells.bad(row, afterAt, Message.of("reject.after-without-before")));
      after = OptionalDouble.empty();
    }
    if (columns.testAfter().isPresent()) {
      told.put(StaffFigure.TESTED, after.isPresent());
    }
    return new Claim<>(new Key(place, teacher), new Teacher(told, before, after));
  }

  private OptionalDouble test(Cells cells, FieldBuffer row, int at) throws BadCell {
    OptionalDouble score = cells.number(row, at);
    cells.requireWithin(row, at, score, testRange);
    return score;
  }
}
