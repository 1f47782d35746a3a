package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.PolicyOption;
import io.levelfield.model.identify.PolicyOption.Threshold;
import io.levelfield.model.identify.SimulatedErrors;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a list of schools comes to, by the schools' probabilities. */
final class ListSum {
  private final double confirmed;
  private int judged;
  private int flagged;
  private int sure;
  private int told;
  private long pupils;
  private boolean pupilsUnknown;
  private double falseAlarms;
  private double misses;

  /**
   * @param confirmed probability from which a label is confirmed
   */
  ListSum(double confirmed) {
    this.confirmed = confirmed;
  }

  /**
   * Adds a school that was judged.
   *
   * @param onList whether it is on the list
   * @param probability that the rule holds of its true values; empty where unknown
   * @param ofYear its pupils in the newest year; empty where unknown
   */
  void add(boolean onList, OptionalDouble probability, OptionalLong ofYear) {
    judged++;
    if (onList) {
      flagged++;
      pupils += ofYear.orElse(0);
      pupilsUnknown |= ofYear.isEmpty();
    }
    if (probability.isEmpty()) {
      return;
    }
    told++;
    if (onList) {
      sure += probability.getAsDouble() >= confirmed ? 1 : 0;
      falseAlarms += 1 - probability.getAsDouble();
    } else {
      misses += probability.getAsDouble();
    }
  }

  PolicyOption option(
      Label label, Optional<Threshold> threshold, Optional<SimulatedErrors> simulated) {
    boolean all = told == judged;
    return new PolicyOption(
        label,
        threshold,
        judged,
        flagged,
        pupilsUnknown ? OptionalLong.empty() : OptionalLong.of(pupils),
        told > 0 ? OptionalInt.of(sure) : OptionalInt.empty(),
        all ? OptionalDouble.of(falseAlarms) : OptionalDouble.empty(),
        all ? OptionalDouble.of(misses) : OptionalDouble.empty(),
        simulated);
  }
}
