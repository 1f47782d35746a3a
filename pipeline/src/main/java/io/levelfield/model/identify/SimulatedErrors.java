package io.levelfield.model.identify;

import java.util.Optional;

/**
 * What a label came to in simulated districts, whose truth is known: schools of a district, on
 * average over districts.
 *
 * @param districts that were drawn
 * @param trulySo schools of which the rule holds in truth
 * @param flagged schools it flags
 * @param falseAlarms schools it flags of which it does not hold in truth
 * @param misses schools it does not flag of which it does
 * @param confirmed flagged schools whose label is confirmed, and those of them of which it does not
 *     hold in truth; absent where simulated districts do not tell probabilities
 */
public record SimulatedErrors(
    int districts,
    double trulySo,
    double flagged,
    Spread falseAlarms,
    Spread misses,
    Optional<Confirmed> confirmed) {

  /**
   * A number of schools over districts.
   *
   * @param mean over districts
   * @param low one district in twenty has fewer
   * @param high one in twenty has more
   */
  public record Spread(double mean, double low, double high) {}

  /**
   * Confirmed labels.
   *
   * @param schools that bear one
   * @param falseAlarms those of them of which the rule does not hold in truth
   */
  public record Confirmed(double schools, double falseAlarms) {}
}
