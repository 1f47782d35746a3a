package io.levelfield.model.identify;

import java.util.OptionalDouble;

/**
 * What a threshold of the rule for low results would come to.
 *
 * @param shareBelow share below the minimum from which a procedure counts as low
 * @param basis which part of the rule
 * @param judged schools the rule can be applied to
 * @param flagged schools it calls low
 * @param pupils pupils of these schools in the newest year: the most participants of each grade
 * @param confirmed flagged schools whose probability is that of a confirmed label
 * @param falseAlarms flagged schools to expect of which the rule does not hold in truth; absent
 *     where probabilities are unknown
 * @param misses schools not flagged to expect of which it does; absent likewise
 */
public record PolicyOption(
    double shareBelow,
    Basis basis,
    int judged,
    int flagged,
    long pupils,
    int confirmed,
    OptionalDouble falseAlarms,
    OptionalDouble misses) {

  /** Parts of the rule for low results. */
  public enum Basis {
    /** Several procedures of one year. */
    BREADTH,
    /** One procedure, year after year. */
    PERSISTENCE,
    /** Either of them. */
    EITHER
  }
}
