package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.StaffFigure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Forms that schools filled in, a workbook per school, as {@code levelfield forms} writes them. */
public record FormsInput(
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Returned forms, relative to the study, e.g. returned/2021/*.xlsx; their names say"
                + " nothing. Until there is one, no school has answered.")
        String path,
    @JsonPropertyDescription(
            "What is asked of teachers, e.g. [trained, vacancies] (default: the columns of"
                + " inputs.staff of shape: counts).")
        Optional<List<StaffFigure>> staff,
    @JsonPropertyDescription(
            "Conditions asked for, each with its lowest and highest score: {management: [1, 5]}"
                + " (default: the scores of inputs.conditions).")
        Optional<Map<String, Range>> conditions,
    @JsonPropertyDescription(
            "What is asked of pupils as counts and means, e.g. [anxiety, supplementary] (default:"
                + " the columns of inputs.climate of shape: schools).")
        Optional<List<ClimateMeasure>> climate,
    @JsonPropertyDescription("Who gets the filled form back, until when; stands in the form.")
        Optional<String> contact,
    @JsonPropertyDescription(
            "Sheets of forms that may be unreadable, wholly or in some cell, before the run is"
                + " refused, written as max_rejects of the study is (default 1, all of them: each"
                + " such cell is named, and the run goes on without it).")
        MaxRejects maxRejects,
    @JsonPropertyDescription(InputFiles.DIALECT) Dialect dialect)
    implements InputFiles {

  public FormsInput {
    InputFiles.requirePath(path);
    InputFiles.requireOneYear(path, true, OptionalInt.empty());
    maxRejects = maxRejects == null ? MaxRejects.any() : maxRejects;
    dialect = dialect == null ? Dialect.sniffed() : dialect;
  }

  /** Forms that ask for what the other inputs of a study hold. */
  public static FormsInput ofOtherInputs() {
    return new FormsInput(
        "*.xlsx",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MaxRejects.any(),
        Dialect.sniffed());
  }

  @Override
  public Where where() {
    return Where.any();
  }

  @Override
  public Optional<CodeColumns> school() {
    return Optional.of(FormTables.SCHOOL);
  }

  @Override
  public List<CodeColumns> codes() {
    return List.of(FormTables.SCHOOL);
  }
}
