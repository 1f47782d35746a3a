package io.levelfield.model.identify;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a list comes to: that of a label as the study sets its rule, or that of low results under
 * another threshold.
 *
 * @param label whose list
 * @param threshold of the rule for low results; absent for the rule as it is set
 * @param judged schools the rule can be applied to
 * @param flagged schools on the list
 * @param pupils pupils of these schools in the newest year: the most participants of each grade;
 *     absent where counts below the minimum do not tell of all of them
 * @param confirmed flagged schools whose label is confirmed; absent where no probability is told
 * @param falseAlarms flagged schools to expect of which the rule does not hold in truth, by their
 *     probabilities; absent where these are unknown
 * @param misses schools not flagged to expect of which it does; absent likewise
 * @param simulated what became of the label in simulated districts; absent where none were drawn
 *     that tell of it
 */
public record PolicyOption(
    Label label,
    Optional<Threshold> threshold,
    int judged,
    int flagged,
    OptionalLong pupils,
    OptionalInt confirmed,
    OptionalDouble falseAlarms,
    OptionalDouble misses,
    Optional<SimulatedErrors> simulated) {

  /** The code of the rule as the study sets it. */
  private static final String AS_SET = "as-set";

  /** Parts of the rule for low results. */
  public enum Basis {
    /** Several procedures of one year. */
    BREADTH,
    /** One procedure, year after year. */
    PERSISTENCE,
    /** Either of them. */
    EITHER
  }

  /**
   * A threshold of the rule for low results.
   *
   * @param shareBelow share below the minimum from which a procedure counts as low
   * @param basis which part of the rule
   */
  public record Threshold(double shareBelow, Basis basis) {
    /** Code of the part, e.g. {@code breadth}. */
    public String basisCode() {
      return basis.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Tells options of one label apart, e.g. {@code as-set} or {@code breadth-0.25}. */
  public String rule() {
    return threshold.map(own -> own.basisCode() + "-" + own.shareBelow()).orElse(AS_SET);
  }
}
