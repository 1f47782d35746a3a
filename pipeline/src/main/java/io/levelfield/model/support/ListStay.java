package io.levelfield.model.support;

import io.levelfield.model.identify.Label;

/**
 * A school's stay on a list over the years whose lists are known.
 *
 * @param firstYear first year on it
 * @param lastYear last year on it
 * @param yearsOn years on it
 * @param yearsOff years in a row, up to the newest, that it was judged and not listed
 * @param change what the newest year changed
 * @param exits whether the rule for leaving support is met
 * @param yearsToExit years not listed that are still needed for that
 */
public record ListStay(
    String schoolId,
    Label label,
    int firstYear,
    int lastYear,
    int yearsOn,
    int yearsOff,
    Change change,
    boolean exits,
    int yearsToExit) {

  /** What the newest year changed. */
  public enum Change {
    ENTERED,
    STAYED,
    LEFT,
    /** Left in an earlier year. */
    OFF,
    /** Not judged in the newest year. */
    UNKNOWN
  }
}
