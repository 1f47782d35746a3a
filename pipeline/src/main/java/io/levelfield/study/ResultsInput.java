package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Files of examination results in one of four shapes. */
public record ResultsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "pupils: a row per pupil and examination; counts: participants and how many stayed below"
                + " the minimum; means: mean scores; marks: how many or which share has each mark.")
        Shape shape,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect,
    @JsonPropertyDescription(
            "Possible scores [lowest, highest] of these files; others are rejected.")
        Optional<Range> range,
    @JsonPropertyDescription(
            "Scores are rounded to a multiple of this; for continuous scales of very many pupils.")
        OptionalDouble scoreStep,
    @JsonPropertyDescription(
            "Highest mark that counts as below the minimum, where marks are mapped (default 2).")
        Double failingMark,
    @JsonPropertyDescription(
            "Lowest mark that counts as top, where marks are mapped (default 5). A mark of more than"
                + " twice this is on no scale whose upper marks are top ones, and its row is"
                + " rejected.")
        Double topMark,
    @JsonPropertyDescription(
            "Whether letters behind the grade, as in 9А, make an examination of each class (default"
                + " false: they are cut, and classes of a grade are one examination).")
        Boolean keepClassLetters,
    @JsonPropertyDescription(
            "What becomes of figures that were made unreadable on purpose, such as <5, 40-44 or GE95,"
                + " in shape: counts or means. reject: the row is a reject (default); midpoint: the"
                + " middle of what they may be.")
        Suppressed suppressed,
    @JsonPropertyDescription(
            "Names of procedures and subjects that these files write otherwise than others: {subject:"
                + " {name in the files: name}}.")
        Rename rename)
    implements InputFiles {

  /** What a row of results holds. */
  public enum Shape {
    PUPILS,
    COUNTS,
    MEANS,
    MARKS
  }

  /** How a figure that only says between which bounds it lies is read. */
  public enum Suppressed {
    REJECT,
    MIDPOINT
  }

  /** Which file column holds which property of a result. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription(
              "Year, e.g. 2018, or school year, e.g. 2017/18, named by its end; needed here, in"
                  + " constants or in the path.")
          Optional<String> year,
      @JsonPropertyDescription("Examination procedure.") Optional<String> procedure,
      @JsonPropertyDescription("Subject.") Optional<String> subject,
      @JsonPropertyDescription("Grade.") Optional<String> grade,
      @JsonProperty("class")
          @JsonPropertyDescription(
              "Class, e.g. 9А. Classes of a school are one examination; in shape: counts, means or"
                  + " marks they add up. Where no grade is given, the class tells it.")
          Optional<String> schoolClass,
      @JsonPropertyDescription(
              "Pseudonym of the pupil, the same in all years if results are to be linked"
                  + " (support.growth); a list of columns is joined by hyphens.")
          Optional<CodeColumns> pupilId,
      @JsonPropertyDescription(
              "Score, for shape: pupils; an empty cell is a pupil who did not take part, not a zero.")
          Optional<String> score,
      @JsonPropertyDescription(
              "Score column of each subject, for shape: pupils with a row per pupil: {subject: column}"
                  + " or {pattern: \"Score *\"}, where * is the subject.")
          Optional<SubjectColumns> scores,
      @JsonPropertyDescription(
              "Mark, for shape: pupils; tells who is below the minimum or at the top.")
          Optional<String> mark,
      @JsonPropertyDescription(
              "For shape: marks, the column of each mark, {2: column, 3: …}: pupils, shares or per"
                  + " cent. For shape: pupils, the mark column of each subject, as scores.")
          Optional<SubjectColumns> marks,
      @JsonPropertyDescription(
              "Pupils who took part, for shape: counts, means or marks; one column, or one for each"
                  + " subject, as scores.")
          Optional<CountColumn> participants,
      @JsonPropertyDescription(
              "Pupils who should have taken part, for shape: counts, means or marks; as participants."
                  + " Where fewer took part, the school is asked about the absent.")
          Optional<CountColumn> enrolled,
      @JsonPropertyDescription(
              "Pupils below the minimum, for shape: counts or means; as participants.")
          Optional<CountColumn> belowMinimum,
      @JsonPropertyDescription(
              "Pupils with a top score, for shape: counts or means; as participants.")
          Optional<CountColumn> top,
      @JsonPropertyDescription("Mean score, for shape: means or counts.") Optional<String> mean,
      @JsonPropertyDescription("Mean score column of each subject, for shape: means; as scores.")
          Optional<SubjectColumns> means,
      @JsonPropertyDescription(
              "Standard deviation of the pupils' scores in the school, for shape: means or counts; as"
                  + " participants.")
          Optional<CountColumn> sd,
      @JsonPropertyDescription(
              "Standard deviation of all pupils' scores in the examination, the same in all of its"
                  + " rows, for shape: means or counts; as participants. Where a school's own sd is"
                  + " not known, that within schools is told from it.")
          Optional<CountColumn> sdOverall) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }

    /** Whether a file column holds what pupils achieved. */
    boolean isResult(String column) {
      return Stream.of(score, mark, mean).flatMap(Optional::stream).anyMatch(column::equals)
          || Stream.of(scores, marks, means).flatMap(Optional::stream).anyMatch(c -> c.has(column))
          || Stream.of(belowMinimum, top, sd)
              .flatMap(Optional::stream)
              .anyMatch(c -> c.has(column));
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Year, where no column holds it.") OptionalInt year,
      @JsonPropertyDescription("Examination procedure, where no column holds it.")
          Optional<String> procedure,
      @JsonPropertyDescription("Subject, where no column holds it.") Optional<String> subject,
      @JsonPropertyDescription("Grade, where no column holds it.") Optional<String> grade) {}

  // The failing and the top mark of the Russian five-point scale.
  private static final double DEFAULT_FAILING_MARK = 2;
  private static final double DEFAULT_TOP_MARK = 5;

  public ResultsInput {
    InputFiles.requirePath(path);
    if (shape == null) {
      throw new StudyProblem("shape", Message.of("study.no-shape"));
    }
    InputFiles.requireColumns(columns);
    constants =
        constants == null
            ? new Constants(
                OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty())
            : constants;
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    failingMark = failingMark == null ? DEFAULT_FAILING_MARK : failingMark;
    topMark = topMark == null ? DEFAULT_TOP_MARK : topMark;
    keepClassLetters = keepClassLetters != null && keepClassLetters;
    suppressed = suppressed == null ? Suppressed.REJECT : suppressed;
    rename = rename == null ? Rename.nothing() : rename;
    InputFiles.requireOneYear(path, columns.year().isPresent(), constants.year());
    if (scoreStep.isPresent() && !(scoreStep.getAsDouble() > 0)) {
      throw new StudyProblem(
          "score_step", Message.of("study.above-0", Double.toString(scoreStep.getAsDouble())));
    }
    ResultShapes.requireValues(shape, columns);
    if (!ResultShapes.bySubject(shape, columns).isEmpty()
        && (columns.subject().isPresent() || constants.subject().isPresent())) {
      throw new StudyProblem("columns.subject", Message.of("study.subject-twice"));
    }
  }

  @Override
  public Optional<CodeColumns> school() {
    return Optional.of(columns.schoolId());
  }

  @Override
  public List<CodeColumns> codes() {
    return columns
        .pupilId()
        .map(pupil -> List.of(columns.schoolId(), pupil))
        .orElse(List.of(columns.schoolId()));
  }

  @Override
  public Map<String, SubjectColumns> bySubject() {
    return ResultShapes.bySubject(shape, columns);
  }

  @Override
  public List<String> hidden() {
    return columns.pupilId().stream().flatMap(pupil -> pupil.columns().stream()).toList();
  }

  @Override
  public boolean ofPersons() {
    return shape == Shape.PUPILS;
  }
}
