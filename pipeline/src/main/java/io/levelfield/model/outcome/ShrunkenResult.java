package io.levelfield.model.outcome;

import java.util.Optional;

/**
 * A school's pooled result with its uncertainty, in the result's unit.
 *
 * @param schoolId the school
 * @param result drawn towards what the school's context lets one expect, or towards the mean of
 *     schools where its context is unknown
 * @param adjusted absent where the school has no adjusted result
 */
public record ShrunkenResult(String schoolId, MeanEstimate result, Optional<Adjusted> adjusted) {

  /**
   * How sure the adjusted result is.
   *
   * @param low lower end of the adjusted result's interval, from the school's own pupils
   * @param high upper end of that interval
   * @param shrunken the adjusted result drawn towards 0, the more the fewer the school's pupils
   * @param se standard error of the shrunken adjusted result
   */
  public record Adjusted(double low, double high, double shrunken, double se) {}
}
