package io.levelfield.ingest;

import io.levelfield.study.DiagnosticsInput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads answers of diagnostics, a row per teacher, or school, and topic: whether it is hard. */
final class DiagnosticsReader implements TableInput<DiagnosticsReader.Key, Boolean> {
  private final DiagnosticsInput input;
  private final DiagnosticsInput.Columns columns;
  private final KnownSchools known;
  private final Names names;

  /** How subjects and topics are written. */
  record Names(Spellings subjects, Spellings topics) {}

  /**
   * What is asked about; subject and topic by their keys.
   *
   * @param subject empty where none is named
   */
  record Topic(String schoolId, int year, String subject, String topic) {}

  /**
   * An answer.
   *
   * @param teacher pseudonym; empty where the school answers
   */
  record Key(Topic topic, String teacher) {}

  /**
   * @param names filled
   */
  DiagnosticsReader(DiagnosticsInput input, KnownSchools known, Names names) {
    this.input = input;
    columns = input.columns();
    this.known = known;
    this.names = names;
  }

  @Override
  public List<String> wanted() {
    return Stream.concat(
            columns.schoolId().columns().stream(),
            Stream.of(
                    columns.year(),
                    columns.teacherId(),
                    columns.subject(),
                    Optional.of(columns.topic()),
                    columns.difficulty(),
                    columns.score())
                .flatMap(Optional::stream))
        .distinct()
        .toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return columns.score().stream().toList();
  }

  @Override
  public String keyColumn() {
    return columns.schoolId().name();
  }

  @Override
  public RowReader<Key, Boolean> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> read(cells, row);
  }

  private List<Claim<Key, Boolean>> read(Cells cells, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    Optional<Boolean> difficult = difficult(cells, row);
    String school = known.school(cells, row, shape.column(columns.schoolId().name()));
    int year = cells.year(row, columns.year(), input.constants().year());
    int subjectAt = shape.column(columns.subject());
    String subject =
        cells.missing(row, subjectAt)
            ? input.constants().subject().orElse("")
            : cells.code(row, subjectAt);
    String topic = cells.required(row, shape.column(columns.topic()));
    int teacherAt = shape.column(columns.teacherId());
    String teacher = teacherAt == Cells.ABSENT ? "" : cells.required(row, teacherAt);
    if (difficult.isEmpty()) {
      return List.of(); // not answered
    }
    var asked =
        new Topic(
            school,
            year,
            subject.isEmpty() ? "" : names.subjects().key(subject, 1),
            names.topics().key(topic, 1));
    return List.of(new Claim<>(new Key(asked, teacher), difficult.get()));
  }

  private Optional<Boolean> difficult(Cells cells, FieldBuffer row) throws BadCell {
    if (columns.difficulty().isPresent()) {
      return cells.yesNoIfSaid(row, cells.shape().column(columns.difficulty()));
    }
    OptionalDouble score = cells.number(row, cells.shape().column(columns.score()));
    return score.isPresent()
        ? Optional.of(score.getAsDouble() < input.cut().orElseThrow())
        : Optional.empty();
  }
}
