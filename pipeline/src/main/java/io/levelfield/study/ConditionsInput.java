package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Files of the conditions schools work in, a row per school and year. */
public record ConditionsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(
            "Lowest and highest score, by its key: {management: [1, 5]}; scores outside are rejected.")
        Map<String, Range> ranges,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** Which file column holds what. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription("Year of the scores, e.g. 2018; needed here or in constants.")
          Optional<String> year,
      @JsonProperty(required = true)
          @JsonPropertyDescription(
              "Columns of scores by a key of your own: {management: Управление, staffing: Кадры}.")
          Map<String, String> scores) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
      if (scores == null || scores.isEmpty()) {
        throw new StudyProblem("scores", Message.of("study.no-scores"));
      }
      scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Year, where no column holds it.") OptionalInt year) {}

  public ConditionsInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    constants = constants == null ? new Constants(OptionalInt.empty()) : constants;
    ranges = InputFiles.rangesOf(ranges, columns.scores().keySet());
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    InputFiles.requireOneYear(path, columns.year().isPresent(), constants.year());
  }

  @Override
  public List<CodeColumns> codes() {
    return List.of(columns.schoolId());
  }
}
