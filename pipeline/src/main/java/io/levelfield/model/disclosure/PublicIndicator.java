package io.levelfield.model.disclosure;

import io.levelfield.model.support.IndicatorValue.Status;
import io.levelfield.model.support.ProgrammeIndicator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is public of an indicator of the programme in a year.
 *
 * @param value a share from 0 to 1, in whole per cent where it counts pupils or teachers; a fact as
 *     1 or 0
 * @param atLeast where only so much is said of the value
 * @param atMost likewise
 * @param target of the programme
 * @param status beside the target; empty where it would tell what is hidden
 * @param hidden whether there is a value that is not shown
 */
public record PublicIndicator(
    ProgrammeIndicator indicator,
    int year,
    OptionalDouble value,
    OptionalDouble atLeast,
    OptionalDouble atMost,
    OptionalDouble target,
    Optional<Status> status,
    boolean hidden) {
  public PublicIndicator {
    if (hidden && value.isPresent()) {
      throw new IllegalArgumentException(indicator + ": what is hidden must not be there");
    }
  }
}
