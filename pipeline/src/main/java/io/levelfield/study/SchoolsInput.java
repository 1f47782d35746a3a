package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** Files that describe schools, a row per school. */
public record SchoolsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** Which file column holds which property of a school. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription("Name of the school.") Optional<String> name,
      @JsonPropertyDescription("Municipality or district.") Optional<String> municipality,
      @JsonPropertyDescription("urban, rural, город, село, or a word of your own.")
          Optional<String> settlement,
      @JsonPropertyDescription("Whether the school selects its pupils: yes, no, да, нет.")
          Optional<String> selective,
      @JsonPropertyDescription("Parallel classes per grade; 0 where grades are taught together.")
          Optional<String> parallelClasses,
      @JsonPropertyDescription("Travel time to the municipality's centre, minutes.")
          Optional<String> travelMinutes,
      @JsonPropertyDescription("Degrees north.") Optional<String> latitude,
      @JsonPropertyDescription("Degrees east.") Optional<String> longitude) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }
  }

  public SchoolsInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
  }

  @Override
  public List<CodeColumns> codes() {
    return List.of(columns.schoolId());
  }
}
