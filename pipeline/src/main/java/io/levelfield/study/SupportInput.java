package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;

/** Files of the support that schools get, a row per school and programme. */
public record SupportInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(
            "Month from which on a date belongs to the school year that ends the next calendar year"
                + " (default 6): a summer school of July 2022 can first show in results of 2023.")
        Integer yearBegins,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  private static final int DEFAULT_YEAR_BEGINS = 6;
  private static final int MONTHS = 12;

  /** Which file column holds which property of a school's support. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription(
              "Name or kind of the programme; needed here or in constants. Rows of one name are one"
                  + " programme, whose effect is estimated.")
          Optional<String> programme,
      @JsonProperty(required = true)
          @JsonPropertyDescription(
              "Start: a date (15.09.2022, 2022-09-15), a year or a school year (2022/23); a year is"
                  + " the first whose results can show the support. May be empty.")
          String start,
      @JsonPropertyDescription(
              "End, written likewise; empty while the support runs. Of a one-off measure, such as a"
                  + " summer school, the same as its start.")
          Optional<String> end,
      @JsonPropertyDescription("Milestones of the school's plan that were due.")
          Optional<String> milestonesPlanned,
      @JsonPropertyDescription("Those of them that were met.") Optional<String> milestonesMet,
      @JsonPropertyDescription("Whether the school works in a network: yes, no, да, нет.")
          Optional<String> network,
      @JsonPropertyDescription("Contests the school took part in: a number, or yes, no, да, нет.")
          Optional<String> contests,
      @JsonPropertyDescription(
              "Whether the school's own (institutional) programme is approved: yes, no, да, нет.")
          Optional<String> institutional) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
      InputFiles.requireColumn("start", start);
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Programme, where no column holds it.")
          Optional<String> programme) {}

  public SupportInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    constants = constants == null ? new Constants(Optional.empty()) : constants;
    yearBegins = SettingChecks.atLeast("year_begins", 1, yearBegins, DEFAULT_YEAR_BEGINS);
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    if (yearBegins > MONTHS) {
      throw new StudyProblem("year_begins", Message.of("study.no-month", yearBegins));
    }
    if (columns.programme().isPresent() == constants.programme().isPresent()) {
      throw new StudyProblem(
          "columns.programme",
          Message.of(
              constants.programme().isPresent() ? "study.programme-twice" : "study.no-programme"));
    }
  }

  @Override
  public List<CodeColumns> codes() {
    return List.of(columns.schoolId());
  }
}
