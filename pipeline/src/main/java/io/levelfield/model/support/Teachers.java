package io.levelfield.model.support;

import java.util.List;

/**
 * The schools' teachers: whom to train, in what, and who could help.
 *
 * @param staff ordered by school, year and subject
 * @param difficulties ordered by year, subject, topic and school
 * @param topics of the difficulties, ordered by year, subject and topic
 * @param mentors ordered by school, subject, topic and place
 */
public record Teachers(
    List<StaffShares> staff,
    List<Difficulty> difficulties,
    List<SharedTopic> topics,
    List<Mentor> mentors) {

  /** Nothing is known. */
  public static final Teachers NONE = new Teachers(List.of(), List.of(), List.of(), List.of());

  public Teachers {
    staff = List.copyOf(staff);
    difficulties = List.copyOf(difficulties);
    topics = List.copyOf(topics);
    mentors = List.copyOf(mentors);
  }
}
