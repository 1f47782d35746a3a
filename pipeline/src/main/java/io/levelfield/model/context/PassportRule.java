package io.levelfield.model.context;

import java.io.Serializable;

/**
 * A rule that a school's passport meets or not beside those of all other schools, e.g. that many of
 * its indicators are among the worst. It is applied to passports as they might have been.
 */
@FunctionalInterface
public interface PassportRule extends Serializable {

  /**
   * Which schools meet the rule.
   *
   * @param values of the indicators in the study's order, {@code [school][indicator]}; NaN where
   *     unknown
   */
  boolean[] met(double[][] values);

  /** A rule that no school meets. */
  static PassportRule none() {
    return values -> new boolean[values.length];
  }
}
