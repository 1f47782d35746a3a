package io.levelfield.model.input;

import java.util.Objects;

/**
 * What diagnostics say of a topic in a school. Nobody is named in it: answers of single teachers
 * are counted as they are read.
 *
 * @param year the school year's end
 * @param subject empty where the diagnostics name none
 * @param topic what was asked about
 * @param answers how many there are, 1 or more
 * @param difficult how many of them tell of a difficulty
 */
public record DiagnosticAnswers(
    String schoolId, int year, String subject, String topic, int answers, int difficult) {

  public DiagnosticAnswers {
    Objects.requireNonNull(schoolId, "schoolId");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(topic, "topic");
    if (answers < 1 || difficult < 0 || difficult > answers) {
      throw new IllegalArgumentException(
          schoolId + ", " + topic + ": " + difficult + " of " + answers + " answers");
    }
  }

  /** Share of answers that tell of a difficulty, 0 to 1. */
  public double share() {
    return (double) difficult / answers;
  }
}
