package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.Optional;

/** Files of minimum scores, a row per procedure, subject, grade and year. */
public record MinimumsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** Which file column holds which property of a minimum; a property left out fits all. */
  public record Columns(
      @JsonPropertyDescription("Examination procedure; without it a row fits every procedure.")
          Optional<String> procedure,
      @JsonPropertyDescription("Subject; without it a row fits every subject.")
          Optional<String> subject,
      @JsonPropertyDescription("Grade; without it a row fits every grade.") Optional<String> grade,
      @JsonPropertyDescription("Year; without it a row fits every year.") Optional<String> year,
      @JsonProperty(required = true)
          @JsonPropertyDescription("Lowest score that is not below the minimum.")
          String minimum,
      @JsonPropertyDescription("Lowest score that is a top score.") Optional<String> top,
      @JsonPropertyDescription("Highest possible score; scores and means above it are rejected.")
          Optional<String> maximum) {
    public Columns {
      InputFiles.requireColumn("minimum", minimum);
    }
  }

  public MinimumsInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    if (path.contains(InputFiles.YEAR_IN_PATH) && columns.year().isPresent()) {
      throw new StudyProblem("columns.year", Message.of("study.year-twice"));
    }
  }
}
