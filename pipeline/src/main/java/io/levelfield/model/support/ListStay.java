package io.levelfield.model.support;

import io.levelfield.model.identify.Label;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A school's stay on a list over the years whose lists are known.
 *
 * @param firstYear first year on it
 * @param lastYear last year on it
 * @param yearsOn years on it
 * @param yearsOff years in a row, up to the newest, that it was judged and not listed
 * @param change what the newest year changed
 * @param exits whether the rule for leaving support is met; absent of lists that call for none
 * @param yearsToExit years not listed that are still needed for that; absent likewise
 */
public record ListStay(
    String schoolId,
    Label label,
    int firstYear,
    int lastYear,
    int yearsOn,
    int yearsOff,
    Change change,
    Optional<Boolean> exits,
    OptionalInt yearsToExit) {

  /** What the newest year changed. */
  public enum Change {
    ENTERED,
    STAYED,
    LEFT,
    /** Listed, but not judged in the year before. */
    LISTED,
    /** Left in an earlier year. */
    OFF,
    /** Not judged in the newest year. */
    UNKNOWN
  }
}
