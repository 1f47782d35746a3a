package io.levelfield.model.input;

/**
 * A count in a social passport beside its total.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param indicator key of the indicator
 * @param count counted, e.g. single-parent families
 * @param total of which, e.g. families
 */
public record PassportCount(
    String schoolId, int year, String indicator, double count, double total) {}
