package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.text.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Files that tell of teachers, a row per teacher or counts of each school. */
public record StaffInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "teachers: a row per teacher, year and subject; counts: a row per school, year and"
                + " subject.")
        Shape shape,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(
            "Lowest and highest score of teachers' tests: [0, 100]; scores outside are rejected.")
        Optional<Range> testRange,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** What a row tells of. */
  public enum Shape {
    TEACHERS,
    COUNTS
  }

  /** Which file column holds which property of teachers. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription(
              "Year, or school year named by its end; needed here, in constants or in the path.")
          Optional<String> year,
      @JsonPropertyDescription(
              "Subject. An empty cell, or no column: all subjects together. In shape: teachers a"
                  + " teacher of several subjects has a row for each and counts once among all.")
          Optional<String> subject,
      @JsonPropertyDescription(
              "Pseudonym of the teacher, for shape: teachers. It tells teachers apart while rows are"
                  + " counted and is written nowhere, not even into rejects.")
          Optional<String> teacherId,
      @JsonPropertyDescription("Number of teachers, for shape: counts.") Optional<String> teachers,
      @JsonPropertyDescription(
              "Whether the teacher is in the risk group (yes, no, да, нет); for shape: counts how"
                  + " many are. So all columns below.")
          Optional<String> riskGroup,
      @JsonPropertyDescription("Took further training.") Optional<String> trained,
      @JsonPropertyDescription(
              "Teachers of the risk group who took further training, for shape: counts.")
          Optional<String> riskGroupTrained,
      @JsonPropertyDescription("Score before training, for shape: teachers.")
          Optional<String> testBefore,
      @JsonPropertyDescription("Score of the same test after training, for shape: teachers.")
          Optional<String> testAfter,
      @JsonPropertyDescription("Teachers with a test before and after training, for shape: counts.")
          Optional<String> tested,
      @JsonPropertyDescription(
              "Those of them whose score grew by more than the test's standard error of"
                  + " measurement, for shape: counts.")
          Optional<String> grew,
      @JsonPropertyDescription("Takes part in the municipality's association of teachers.")
          Optional<String> association,
      @JsonPropertyDescription(
              "Vacant posts, for shape: counts. In shape: teachers, whether the row is a vacant"
                  + " post and no teacher; teacher_id then tells posts apart and may be empty where"
                  + " a school has one of a subject.")
          Optional<String> vacancies,
      @JsonPropertyDescription("Gives pupils psychological and pedagogical support.")
          Optional<String> psychologicalSupport,
      @JsonPropertyDescription("Masters modern activity-based teaching.")
          Optional<String> technologyMastered,
      @JsonPropertyDescription("Uses it in class.") Optional<String> technologyUsed) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }

    /** The columns that are mapped of those that figures are read from as they stand. */
    public Map<StaffFigure, String> figures() {
      Map<StaffFigure, String> mapped = new EnumMap<>(StaffFigure.class);
      put(mapped, StaffFigure.RISK_GROUP, riskGroup);
      put(mapped, StaffFigure.TRAINED, trained);
      put(mapped, StaffFigure.RISK_GROUP_TRAINED, riskGroupTrained);
      put(mapped, StaffFigure.TESTED, tested);
      put(mapped, StaffFigure.GREW, grew);
      put(mapped, StaffFigure.ASSOCIATION, association);
      put(mapped, StaffFigure.VACANCIES, vacancies);
      put(mapped, StaffFigure.PSYCHOLOGICAL_SUPPORT, psychologicalSupport);
      put(mapped, StaffFigure.TECHNOLOGY_MASTERED, technologyMastered);
      put(mapped, StaffFigure.TECHNOLOGY_USED, technologyUsed);
      return mapped;
    }

    private static void put(
        Map<StaffFigure, String> mapped, StaffFigure figure, Optional<String> column) {
      column.ifPresent(name -> mapped.put(figure, name));
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Year, where no column holds it.") OptionalInt year,
      @JsonPropertyDescription("Subject, where no column holds it.") Optional<String> subject) {}

  public StaffInput {
    InputFiles.requirePath(path);
    if (shape == null) {
      throw new StudyProblem("shape", Message.of("study.missing"));
    }
    InputFiles.requireColumns(columns);
    constants =
        constants == null ? new Constants(OptionalInt.empty(), Optional.empty()) : constants;
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    InputFiles.requireOneYear(path, columns.year().isPresent(), constants.year());
    if (columns.subject().isPresent() && constants.subject().isPresent()) {
      throw new StudyProblem("columns.subject", Message.of("study.subject-also-constant"));
    }
    if (shape == Shape.TEACHERS) {
      requireTeachers(columns);
    } else {
      requireCounts(columns);
    }
  }

  private static void requireTeachers(Columns columns) {
    InputFiles.requireColumn("columns.teacher_id", columns.teacherId().orElse(null));
    refuse("columns.teachers", columns.teachers());
    refuse("columns.risk_group_trained", columns.riskGroupTrained());
    refuse("columns.tested", columns.tested());
    refuse("columns.grew", columns.grew());
    if (columns.testAfter().isPresent()) {
      InputFiles.requireColumn("columns.test_before", columns.testBefore().orElse(null));
    }
  }

  private static void requireCounts(Columns columns) {
    InputFiles.requireColumn("columns.teachers", columns.teachers().orElse(null));
    refuse("columns.teacher_id", columns.teacherId());
    refuse("columns.test_before", columns.testBefore());
    refuse("columns.test_after", columns.testAfter());
    columns
        .figures()
        .forEach(
            (figure, column) ->
                figure
                    .whole()
                    .ifPresent(
                        whole ->
                            InputFiles.requireColumn(
                                "columns." + whole.code(), columns.figures().get(whole))));
  }

  private static void refuse(String key, Optional<String> column) {
    if (column.isPresent()) {
      throw new StudyProblem(key, Message.of("study.column-of-other-shape"));
    }
  }

  @Override
  public List<CodeColumns> codes() {
    return List.of(columns.schoolId());
  }

  @Override
  public List<String> hidden() {
    return columns.teacherId().stream().toList();
  }
}
