package io.levelfield.model.support;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the most and the least successful schools of a year are apart, in the result's unit.
 *
 * @param schools with a result
 * @param deciles results at the ninth decile minus those at the first
 * @param decilesTrue the same of true results: without what chance adds to small schools' results;
 *     absent where their errors are unknown
 * @param fifths mean of the most successful fifth of schools minus that of the least successful
 * @param change of {@code deciles} since the first year, over the schools with a result in both;
 *     absent in the first year
 */
public record ResultGap(
    int year,
    int schools,
    Estimate deciles,
    OptionalDouble decilesTrue,
    Estimate fifths,
    Optional<Estimate> change) {

  /** A number with the ends of its interval. */
  public record Estimate(double value, double low, double high) {}
}
