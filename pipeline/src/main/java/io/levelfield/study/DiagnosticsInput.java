package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Files of diagnostics of teachers' difficulties, a row per school or teacher and topic. */
public record DiagnosticsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(
            "A score below this tells of a difficulty; needed with columns.score. There is no"
                + " default: whoever made the test sets it.")
        OptionalDouble cut,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** Which file column holds which property of an answer. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription(
              "Year, or school year named by its end; needed here, in constants or in the path.")
          Optional<String> year,
      @JsonPropertyDescription(
              "Pseudonym of the teacher who answered; without it a row speaks of the school. It is"
                  + " written nowhere, not even into rejects.")
          Optional<String> teacherId,
      @JsonPropertyDescription(
              "Subject, named as results name it; without it a topic is of no subject.")
          Optional<String> subject,
      @JsonProperty(required = true) @JsonPropertyDescription("Topic that was asked about.")
          String topic,
      @JsonPropertyDescription("Whether it is a difficulty: yes, no, да, нет; or a score instead.")
          Optional<String> difficulty,
      @JsonPropertyDescription("Score of the topic; see cut.") Optional<String> score) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
      InputFiles.requireColumn("topic", topic);
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Year, where no column holds it.") OptionalInt year,
      @JsonPropertyDescription("Subject, where no column holds it.") Optional<String> subject) {}

  public DiagnosticsInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    constants =
        constants == null ? new Constants(OptionalInt.empty(), Optional.empty()) : constants;
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    InputFiles.requireOneYear(path, columns.year().isPresent(), constants.year());
    if (columns.subject().isPresent() && constants.subject().isPresent()) {
      throw new StudyProblem("columns.subject", Message.of("study.subject-also-constant"));
    }
    if (columns.difficulty().isPresent() == columns.score().isPresent()) {
      throw new StudyProblem("columns.difficulty", Message.of("study.difficulty-or-score"));
    }
    if (columns.score().isPresent() != cut.isPresent()) {
      throw new StudyProblem("cut", Message.of("study.cut-of-score"));
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
