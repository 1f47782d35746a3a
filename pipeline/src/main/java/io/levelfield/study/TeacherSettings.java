package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.OptionalDouble;

/**
 * Teachers, their difficulties and their mentors. The defaults are this project's proposals, to be
 * replaced by the authority's.
 */
public record TeacherSettings(
    @JsonPropertyDescription(
            "Standard error of measurement of the teachers' test, in its points: growth counts where"
                + " it is larger. No default: it is the test's own; without it growth of single"
                + " teachers is not told.")
        OptionalDouble standardErrorOfMeasurement,
    @JsonPropertyDescription(
            "Share of a school's answers that tell of a difficulty, from which the topic is one of"
                + " the school's (default 0.50: half of them).")
        Double difficultyShare,
    @JsonPropertyDescription(
            "Share of the schools asked from which a topic is common to the network (default 0.50:"
                + " half of them).")
        Double sharedBy,
    @JsonPropertyDescription(
            "A school can mentor in a subject whose newest result in it is above this percentile of"
                + " the municipality's schools, 0 to 1 (default 0.50: their median).")
        Double mentorPercentile,
    @JsonPropertyDescription("Mentors named for a school and topic at most (default 3).")
        Integer mentors) {

  private static final double HALF = 0.50;
  private static final int DEFAULT_MENTORS = 3;

  public TeacherSettings {
    double error = standardErrorOfMeasurement.orElse(1);
    if (!(error > 0 && Double.isFinite(error))) {
      throw new StudyProblem(
          "standard_error_of_measurement", Message.of("study.above-0", Double.toString(error)));
    }
    difficultyShare = SettingChecks.shareToOne("difficulty_share", difficultyShare, HALF);
    sharedBy = SettingChecks.shareToOne("shared_by", sharedBy, HALF);
    mentorPercentile = SettingChecks.share("mentor_percentile", mentorPercentile, HALF);
    mentors = SettingChecks.atLeast("mentors", 1, mentors, DEFAULT_MENTORS);
  }

  static TeacherSettings defaults() {
    return new TeacherSettings(OptionalDouble.empty(), null, null, null, null);
  }
}
