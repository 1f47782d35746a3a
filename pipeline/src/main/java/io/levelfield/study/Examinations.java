package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.input.Measure;
import io.levelfield.model.text.Message;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Examinations that agree in every property named; in all years. */
public record Examinations(
    @JsonPropertyDescription("Examination procedure; without it, any.") Optional<String> procedure,
    @JsonPropertyDescription("Subject; without it, any.") Optional<String> subject,
    @JsonPropertyDescription("Grade; without it, any.") Optional<String> grade) {

  public Examinations {
    if (procedure.isEmpty() && subject.isEmpty() && grade.isEmpty()) {
      throw new StudyProblem("", Message.of("study.no-examination"));
    }
  }

  /** Whether a measure is one of them. */
  public boolean fits(Measure measure) {
    return procedure.map(measure.procedure()::equalsIgnoreCase).orElse(true)
        && subject.map(measure.subject()::equalsIgnoreCase).orElse(true)
        && grade.map(measure.grade()::equalsIgnoreCase).orElse(true);
  }

  @Override
  public String toString() {
    return Stream.of(procedure, subject, grade)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
