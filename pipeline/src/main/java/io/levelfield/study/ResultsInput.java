package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Files of examination results in one of three shapes. */
public record ResultsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "pupils: a row per pupil and examination; counts: participants and how many stayed below"
                + " the minimum; means: mean scores.")
        Shape shape,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect,
    @JsonPropertyDescription(
            "Possible scores [lowest, highest] of these files; others are rejected.")
        Optional<Range> range,
    @JsonPropertyDescription(
            "Scores are rounded to a multiple of this; for continuous scales of very many pupils.")
        OptionalDouble scoreStep,
    @JsonPropertyDescription(
            "Highest mark that counts as below the minimum, where a mark column is mapped"
                + " (default 2).")
        Double failingMark,
    @JsonPropertyDescription(
            "Lowest mark that counts as top, where a mark column is mapped (default 5).")
        Double topMark)
    implements InputFiles {

  /** What a row of results holds. */
  public enum Shape {
    PUPILS,
    COUNTS,
    MEANS
  }

  /** Which file column holds which property of a result. */
  public record Columns(
      @JsonProperty(required = true)
          @JsonPropertyDescription("Code of the school; a text: zeros at its start are kept.")
          String schoolId,
      @JsonPropertyDescription("Year, e.g. 2018; needed here or in constants.")
          Optional<String> year,
      @JsonPropertyDescription("Examination procedure.") Optional<String> procedure,
      @JsonPropertyDescription("Subject.") Optional<String> subject,
      @JsonPropertyDescription("Grade.") Optional<String> grade,
      @JsonPropertyDescription("Pseudonym of the pupil.") Optional<String> pupilId,
      @JsonPropertyDescription(
              "Score, for shape: pupils; an empty cell is a pupil who did not take part, not a zero.")
          Optional<String> score,
      @JsonPropertyDescription(
              "Mark, for shape: pupils; tells who is below the minimum or at the top.")
          Optional<String> mark,
      @JsonPropertyDescription("Pupils who took part, for shape: counts or means.")
          Optional<String> participants,
      @JsonPropertyDescription("Pupils below the minimum, for shape: counts or means.")
          Optional<String> belowMinimum,
      @JsonPropertyDescription("Pupils with a top score, for shape: counts or means.")
          Optional<String> top,
      @JsonPropertyDescription("Mean score, for shape: means or counts.") Optional<String> mean,
      @JsonPropertyDescription(
              "Standard deviation of the pupils' scores in the school, for shape: means or counts.")
          Optional<String> sd) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }

    /** Columns that tell what a pupil achieved. */
    public List<String> scoreAndMark() {
      return Stream.of(score, mark).flatMap(Optional::stream).toList();
    }

    /** Columns that tell what pupils achieved. */
    List<String> results() {
      return Stream.of(score, mark, belowMinimum, top, mean, sd).flatMap(Optional::stream).toList();
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
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    failingMark = failingMark == null ? DEFAULT_FAILING_MARK : failingMark;
    topMark = topMark == null ? DEFAULT_TOP_MARK : topMark;
    if (columns.year().isEmpty() && constants.year().isEmpty()) {
      throw new StudyProblem("columns.year", Message.of("study.no-year"));
    }
    if (scoreStep.isPresent() && !(scoreStep.getAsDouble() > 0)) {
      throw new StudyProblem(
          "score_step", Message.of("study.above-0", Double.toString(scoreStep.getAsDouble())));
    }
    requireValues(shape, columns);
  }

  private static void requireValues(Shape shape, Columns columns) {
    switch (shape) {
      case PUPILS -> {
        if (columns.score().isEmpty() && columns.mark().isEmpty()) {
          throw new StudyProblem("columns.score", Message.of("study.no-score"));
        }
      }
      case COUNTS -> {
        InputFiles.requireColumn("columns.participants", columns.participants().orElse(null));
        InputFiles.requireColumn("columns.below_minimum", columns.belowMinimum().orElse(null));
      }
      case MEANS -> InputFiles.requireColumn("columns.mean", columns.mean().orElse(null));
    }
  }
}
