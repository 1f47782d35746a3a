package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.text.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Files of what pupils say of their school: a row per pupil and year, or per school and year. */
public record ClimateInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonPropertyDescription(
            "pupils: a row per pupil and year (default); schools: a row per school and year, with"
                + " counts of pupils and means of scores.")
        Shape shape,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(
            "Lowest and highest score, by property: {anxiety: [0, 100]}; scores outside are rejected.")
        Map<String, Range> ranges,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** What a row is. */
  public enum Shape {
    PUPILS,
    SCHOOLS
  }

  /** Which file column holds what. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription(
              "Code of the pupil within the school, by which years are linked. It is written"
                  + " nowhere, not even into rejects. Without it, or in an empty cell, answers are"
                  + " anonymous and years are two samples.")
          Optional<CodeColumns> pupilId,
      @JsonPropertyDescription("Pupils of the school, for shape schools.") Optional<String> pupils,
      @JsonPropertyDescription("Year, e.g. 2018; needed here or in constants.")
          Optional<String> year,
      @JsonPropertyDescription("Score of anxiety, the higher the more anxious; or its mean.")
          Optional<String> anxiety,
      @JsonPropertyDescription("Score of motivation, the higher the more; or its mean.")
          Optional<String> motivation,
      @JsonPropertyDescription("Lessons missed in the year; or their mean.")
          Optional<String> missedLessons,
      @JsonPropertyDescription(
              "Whether the pupil is in supplementary education; or pupils who are, each once.")
          Optional<String> supplementary,
      @JsonPropertyDescription("Whether the pupil made progress in personal spheres; or how many.")
          Optional<String> personalProgress,
      @JsonPropertyDescription("Whether the pupil plans a path of their own; or how many.")
          Optional<String> trajectory) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }

    /** Names of the scores among them, as a study writes them. */
    Set<String> scoreNames() {
      return measures().keySet().stream()
          .filter(measure -> measure.kind() == ClimateMeasure.Kind.SCORE)
          .map(ClimateMeasure::code)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Columns by what they measure. */
    public Map<ClimateMeasure, String> measures() {
      Map<ClimateMeasure, String> measures = new EnumMap<>(ClimateMeasure.class);
      anxiety.ifPresent(column -> measures.put(ClimateMeasure.ANXIETY, column));
      motivation.ifPresent(column -> measures.put(ClimateMeasure.MOTIVATION, column));
      missedLessons.ifPresent(column -> measures.put(ClimateMeasure.MISSED_LESSONS, column));
      supplementary.ifPresent(column -> measures.put(ClimateMeasure.SUPPLEMENTARY, column));
      personalProgress.ifPresent(column -> measures.put(ClimateMeasure.PERSONAL_PROGRESS, column));
      trajectory.ifPresent(column -> measures.put(ClimateMeasure.TRAJECTORY, column));
      return measures;
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Year, where no column holds it.") OptionalInt year) {}

  public ClimateInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    shape = shape == null ? Shape.PUPILS : shape;
    constants = constants == null ? new Constants(OptionalInt.empty()) : constants;
    ranges = InputFiles.rangesOf(ranges, columns.scoreNames());
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    InputFiles.requireOneYear(path, columns.year().isPresent(), constants.year());
    if (columns.measures().isEmpty()) {
      throw new StudyProblem("columns", Message.of("study.no-climate-column"));
    }
    if (shape == Shape.SCHOOLS && columns.pupils().isEmpty()) {
      throw new StudyProblem("columns.pupils", Message.of("study.no-column"));
    }
    if (shape == Shape.SCHOOLS && columns.pupilId().isPresent()) {
      throw new StudyProblem("columns.pupil_id", Message.of("study.pupil-of-schools"));
    }
  }

  /** The range of a score, where the study names one. */
  public Optional<Range> range(ClimateMeasure measure) {
    return Optional.ofNullable(ranges.get(measure.code()));
  }

  @Override
  public List<CodeColumns> codes() {
    return columns.pupilId().isPresent()
        ? List.of(columns.schoolId(), columns.pupilId().get())
        : List.of(columns.schoolId());
  }

  @Override
  public List<String> hidden() {
    return columns.pupilId().stream().flatMap(pupil -> pupil.columns().stream()).toList();
  }
}
