package io.levelfield.model.input;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The support a school gets in one programme.
 *
 * @param schoolId the school
 * @param programme name or kind of the programme, e.g. «500+» or a summer school
 * @param firstYear first year (the end of the school year) whose results can show it; absent where
 *     the source does not say
 * @param lastYear last such year while it ran; absent where it still runs
 * @param milestonesPlanned milestones of its plan that were due
 * @param milestonesMet those of them that were met
 * @param network whether the school works in a network with others
 * @param contests contests the school took part in; 1 where the source says no more than that it
 *     did
 * @param institutional whether the school's own programme is approved
 */
public record ReceivedSupport(
    String schoolId,
    String programme,
    OptionalInt firstYear,
    OptionalInt lastYear,
    OptionalInt milestonesPlanned,
    OptionalInt milestonesMet,
    Optional<Boolean> network,
    OptionalInt contests,
    Optional<Boolean> institutional) {

  /** Whether it is the same programme of the same school, at a time that both cover. */
  public boolean overlaps(ReceivedSupport other) {
    return schoolId.equals(other.schoolId)
        && programme.equals(other.programme)
        && firstYear.orElse(Integer.MIN_VALUE) <= other.lastYear.orElse(Integer.MAX_VALUE)
        && other.firstYear.orElse(Integer.MIN_VALUE) <= lastYear.orElse(Integer.MAX_VALUE);
  }

  /** By school, programme and start; those without a start last. */
  public static final Comparator<ReceivedSupport> ORDER =
      Comparator.comparing(ReceivedSupport::schoolId)
          .thenComparing(ReceivedSupport::programme)
          .thenComparing(own -> own.firstYear().orElse(Integer.MAX_VALUE));

  public ReceivedSupport {
    Objects.requireNonNull(schoolId, "schoolId");
    Objects.requireNonNull(programme, "programme");
    if (lastYear.isPresent() && lastYear.getAsInt() < firstYear.orElse(Integer.MIN_VALUE)) {
      throw new IllegalArgumentException(schoolId + ": support ended before it began");
    }
    if (milestonesPlanned.isPresent() && milestonesMet.orElse(0) > milestonesPlanned.getAsInt()) {
      throw new IllegalArgumentException(schoolId + ": more milestones met than planned");
    }
  }

  /** A programme without more than its start. */
  public static ReceivedSupport of(String schoolId, String programme, int firstYear) {
    return new ReceivedSupport(
        schoolId,
        programme,
        OptionalInt.of(firstYear),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** The same support with the programme's name written otherwise. */
  public ReceivedSupport named(String programmeName) {
    return new ReceivedSupport(
        schoolId,
        programmeName,
        firstYear,
        lastYear,
        milestonesPlanned,
        milestonesMet,
        network,
        contests,
        institutional);
  }
}
