package io.levelfield.ingest;

import io.levelfield.model.input.StaffCount;
import io.levelfield.study.StaffInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a row of a table of teachers says of which school, year and subject it speaks. */
final class StaffColumns {
  private final StaffInput input;
  private final KnownSchools known;
  private final Spellings subjects;

  /** A school, year and subject; the subject by its key, or of all subjects. */
  record Place(String schoolId, int year, String subject) {
    Place ofAllSubjects() {
      return new Place(schoolId, year, StaffCount.ALL_SUBJECTS);
    }
  }

  /**
   * @param subjects names of subjects, filled
   */
  StaffColumns(StaffInput input, KnownSchools known, Spellings subjects) {
    this.input = input;
    this.known = known;
    this.subjects = subjects;
  }

  /** File columns that must be there. */
  List<String> wanted() {
    StaffInput.Columns columns = input.columns();
    return Stream.of(
            columns.schoolId().columns().stream(),
            Stream.of(
                    columns.year(),
                    columns.subject(),
                    columns.teacherId(),
                    columns.teachers(),
                    columns.testBefore(),
                    columns.testAfter())
                .flatMap(Optional::stream),
            columns.figures().values().stream())
        .flatMap(all -> all)
        .distinct()
        .toList();
  }

  String schoolColumn() {
    return input.columns().schoolId().name();
  }

  Place place(Cells cells, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    String school = known.school(cells, row, shape.column(schoolColumn()));
    int year = cells.year(row, input.columns().year(), input.constants().year());
    int subjectAt = shape.column(input.columns().subject());
    String subject =
        cells.missing(row, subjectAt)
            ? input.constants().subject().orElse(StaffCount.ALL_SUBJECTS)
            : cells.code(row, subjectAt);
    return new Place(school, year, subject.isEmpty() ? subject : subjects.key(subject, 1));
  }
}
