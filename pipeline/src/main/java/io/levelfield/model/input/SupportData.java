package io.levelfield.model.input;

import java.util.List;

/**
 * What inputs say of support and of what it needs.
 *
 * @param received support that schools get, ordered by school, programme and start
 * @param staff teachers, ordered by school, year and subject
 * @param diagnostics of teachers' difficulties, ordered by year, subject, topic and school
 * @param conditions schools work in, ordered by school, year and condition
 * @param climate what pupils say, ordered by school, year and pupil
 * @param pupilLinks which results of pupils follow which
 */
public record SupportData(
    List<ReceivedSupport> received,
    List<StaffCount> staff,
    List<DiagnosticAnswers> diagnostics,
    List<ConditionScore> conditions,
    List<ClimateAnswer> climate,
    PupilLinks pupilLinks) {

  /** Nothing is told. */
  public static final SupportData NONE =
      new SupportData(List.of(), List.of(), List.of(), List.of(), List.of(), PupilLinks.NONE);

  public SupportData {
    received = List.copyOf(received);
    staff = List.copyOf(staff);
    diagnostics = List.copyOf(diagnostics);
    conditions = List.copyOf(conditions);
    climate = List.copyOf(climate);
  }

  /** The same with what links pupils' results. */
  public SupportData with(PupilLinks links) {
    return new SupportData(received, staff, diagnostics, conditions, climate, links);
  }
}
