package io.levelfield.model.outcome;

import io.levelfield.model.input.ResultTally;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A school's result in one measure beside all schools' results in it.
 *
 * @param tally the result itself
 * @param z the school's mean in standard deviations from the measure's mean; absent where the tally
 *     has no mean or the measure no spread
 * @param zSd standard deviation of the school's pupils on that scale; absent where unknown
 * @param unit one of those standard deviations in the measure's own unit; present with {@code z}
 * @param share absent without a count below the minimum
 * @param mean absent where the spread among pupils is unknown
 */
public record OutcomeEstimate(
    ResultTally tally,
    OptionalDouble z,
    OptionalDouble zSd,
    OptionalDouble unit,
    Optional<ShareEstimate> share,
    Optional<MeanEstimate> mean) {

  /** A result on the scale of its measure, its uncertainty not yet known. */
  public static OutcomeEstimate standardised(
      ResultTally tally, double z, OptionalDouble zSd, double unit) {
    return new OutcomeEstimate(
        tally,
        OptionalDouble.of(z),
        zSd,
        OptionalDouble.of(unit),
        Optional.empty(),
        Optional.empty());
  }

  /** A result that could not be put on a scale. */
  public static OutcomeEstimate unscaled(ResultTally tally) {
    return new OutcomeEstimate(
        tally,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same result with its uncertainty. */
  public OutcomeEstimate with(Optional<ShareEstimate> ofShare, Optional<MeanEstimate> ofMean) {
    return new OutcomeEstimate(tally, z, zSd, unit, ofShare, ofMean);
  }
}
