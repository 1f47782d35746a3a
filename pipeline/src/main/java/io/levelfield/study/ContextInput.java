package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Files of social context, a row per school (and year) or a row per pupil. */
public record ContextInput(
    @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.PATH) String path,
    @JsonPropertyDescription(
            "schools: a row per school and year (default); pupils: rows to aggregate, for the"
                + " indicators that say how.")
        Shape shape,
    @JsonProperty(required = true) @JsonPropertyDescription("File column of each property.")
        Columns columns,
    @JsonPropertyDescription("Properties that are the same for every row.") Constants constants,
    @JsonPropertyDescription(InputFiles.WHERE) Where where,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect,
    @JsonPropertyDescription(
            "Keys of the indicators these files hold (default: all that fit their shape).")
        Optional<List<String>> indicators,
    @JsonPropertyDescription(
            "Columns of how many pupils should have sat examinations of the passport's year, for"
                + " shape: schools, e.g. [{procedure: ОГЭ, subject: математика, column: Учащихся 9-х"
                + " классов}].")
        List<Enrolled> enrolled)
    implements InputFiles {

  /** What a row of context holds. */
  public enum Shape {
    SCHOOLS,
    PUPILS
  }

  /** Which file column holds which key of a passport. */
  public record Columns(
      @JsonProperty(required = true) @JsonPropertyDescription(InputFiles.SCHOOL_ID)
          CodeColumns schoolId,
      @JsonPropertyDescription("Year of the passport, e.g. 2018; needed here or in constants.")
          Optional<String> year) {
    public Columns {
      InputFiles.requireColumn("school_id", schoolId);
    }
  }

  /** What is the same in every row. */
  public record Constants(
      @JsonPropertyDescription("Year, where no column holds it.") OptionalInt year) {}

  /** A column of how many pupils should have sat examinations. */
  public record Enrolled(
      @JsonProperty(required = true)
          @JsonPropertyDescription(
              "File column of the number of pupils, all of whom take these examinations.")
          String column,
      @JsonPropertyDescription("Examination procedure; without it, any.")
          Optional<String> procedure,
      @JsonPropertyDescription("Subject; without it, any.") Optional<String> subject,
      @JsonPropertyDescription("Grade; without it, any.") Optional<String> grade) {
    public Enrolled {
      InputFiles.requireColumn("column", column);
      new Examinations(procedure, subject, grade); // names some
    }

    /** The examinations that these pupils should have sat. */
    public Examinations examinations() {
      return new Examinations(procedure, subject, grade);
    }
  }

  public ContextInput {
    InputFiles.requirePath(path);
    InputFiles.requireColumns(columns);
    shape = shape == null ? Shape.SCHOOLS : shape;
    constants = constants == null ? new Constants(OptionalInt.empty()) : constants;
    where = where == null ? Where.any() : where;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
    enrolled = enrolled == null ? List.of() : List.copyOf(enrolled);
    if (shape == Shape.PUPILS && !enrolled.isEmpty()) {
      throw new StudyProblem("enrolled", Message.of("study.enrolled-of-rows-of-pupils"));
    }
    InputFiles.requireOneYear(path, columns.year().isPresent(), constants.year());
  }

  @Override
  public Optional<CodeColumns> school() {
    return Optional.of(columns.schoolId());
  }

  @Override
  public List<CodeColumns> codes() {
    return List.of(columns.schoolId());
  }

  @Override
  public boolean ofPersons() {
    return shape == Shape.PUPILS;
  }
}
