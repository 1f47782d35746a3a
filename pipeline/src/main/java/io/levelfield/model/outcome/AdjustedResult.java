package io.levelfield.model.outcome;

/**
 * A school's result beside what its context lets one expect.
 *
 * @param schoolId the school
 * @param expected result expected from the context, in the result's unit
 * @param residual observed minus expected
 */
public record AdjustedResult(String schoolId, double expected, double residual) {}
