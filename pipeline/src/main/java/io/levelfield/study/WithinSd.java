package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.input.Measure;
import io.levelfield.model.text.Message;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How far pupils of one school are spread in examinations whose files do not tell. */
public record WithinSd(
    @JsonPropertyDescription("Examination procedure; without it, any.") Optional<String> procedure,
    @JsonPropertyDescription("Subject; without it, any.") Optional<String> subject,
    @JsonPropertyDescription("Grade; without it, any.") Optional<String> grade,
    @JsonPropertyDescription("Year; without it, any.") OptionalInt year,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Standard deviation of the pupils' scores within a school, in the score's unit.")
        Double sd) {

  public WithinSd {
    if (sd == null || !(sd > 0) || sd.isInfinite()) {
      throw new StudyProblem("sd", Message.of("study.above-0", String.valueOf(sd)));
    }
  }

  /** Whether it speaks of a measure. */
  public boolean fits(Measure measure) {
    return procedure.map(measure.procedure()::equalsIgnoreCase).orElse(true)
        && subject.map(measure.subject()::equalsIgnoreCase).orElse(true)
        && grade.map(measure.grade()::equalsIgnoreCase).orElse(true)
        && (year.isEmpty() || year.getAsInt() == measure.year());
  }

  /** How many properties it names: of several that fit, the one that names most counts. */
  public int named() {
    return (int) Stream.of(procedure, subject, grade).filter(Optional::isPresent).count()
        + (year.isPresent() ? 1 : 0);
  }
}
