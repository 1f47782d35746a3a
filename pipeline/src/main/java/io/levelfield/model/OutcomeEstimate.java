package io.levelfield.model;

import java.util.OptionalDouble;

/**
 * A school's result in one measure beside all schools' results in it.
 *
 * @param tally the result itself
 * @param z the school's mean in standard deviations from the measure's mean; absent where the tally
 *     has no mean or the measure no spread
 */
public record OutcomeEstimate(ResultTally tally, OptionalDouble z) {}
