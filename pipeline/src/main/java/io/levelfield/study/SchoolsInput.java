package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** Files that describe schools, a row per school. */
public record SchoolsInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  /** Which file column holds which property of a school. */
  public record Columns(
      @JsonProperty(required = true) String schoolId,
      Optional<String> name,
      Optional<String> municipality,
      Optional<String> settlement,
      Optional<String> selective,
      Optional<String> parallelClasses,
      Optional<String> travelMinutes,
      Optional<String> latitude,
      Optional<String> longitude) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }
  }

  public SchoolsInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    dialect = dialect == null ? Dialect.sniffed() : dialect;
  }
}
