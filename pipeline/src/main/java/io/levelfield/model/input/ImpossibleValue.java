package io.levelfield.model.input;

/**
 * A value of a social passport that cannot be right; its row was rejected.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param indicator key of the indicator
 * @param aboveTotal whether a count exceeds its total, rather than a value its plausible range
 * @param value as it stands in the file
 * @param bound what it had to keep to: the total, or the range
 */
public record ImpossibleValue(
    String schoolId, int year, String indicator, boolean aboveTotal, String value, String bound) {}
