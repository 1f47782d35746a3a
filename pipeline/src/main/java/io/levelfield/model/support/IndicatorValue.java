package io.levelfield.model.support;

import io.levelfield.model.text.Message;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An indicator of the programme in a year.
 *
 * @param figure absent where it cannot be computed
 * @param target of the programme for the year
 * @param status beside the target
 * @param told where the figure comes from, or why there is none
 */
public record IndicatorValue(
    ProgrammeIndicator indicator,
    int year,
    Optional<Figure> figure,
    OptionalDouble target,
    Status status,
    Message told) {

  /**
   * A share, or a fact as 1 of 1 or 0 of 1.
   *
   * @param numerator at most the denominator; broken where some count by half
   * @param denominator at least 1
   * @param low lower end of the interval of the share
   * @param high upper end of the interval of the share
   * @param completeness share of schools, pupils or teachers of whom it is known
   */
  public record Figure(
      double numerator,
      long denominator,
      OptionalDouble low,
      OptionalDouble high,
      double completeness) {
    public double value() {
      return numerator / denominator;
    }
  }

  /** Where an indicator stands beside its target. */
  public enum Status {
    MET,
    /** Missed, though the target lies within the interval. */
    WITHIN_ERROR,
    MISSED,
    NO_TARGET,
    NOT_COMPUTED
  }

  public IndicatorValue {
    Objects.requireNonNull(told, "told");
  }
}
