package io.levelfield.model.support;

/**
 * A school that could mentor another in a topic.
 *
 * @param schoolId the school with the difficulty
 * @param subject empty where the diagnostics name none
 * @param mentorId the school that could help
 * @param sameNetwork whether the two work in one network
 * @param place among the school's mentors in the topic; those of its network first, then the
 *     strongest
 * @param year of the diagnostics
 * @param difficult share of the school's answers that tell of a difficulty
 * @param mentorDifficult the same of the mentor
 * @param mentorResult the mentor's newest result in the subject (without one, in all), in standard
 *     deviations of z-scores
 */
public record Mentor(
    String schoolId,
    String subject,
    String topic,
    String mentorId,
    boolean sameNetwork,
    int place,
    int year,
    double difficult,
    double mentorDifficult,
    double mentorResult) {}
