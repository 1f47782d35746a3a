package io.levelfield.model.outcome;

/**
 * A school's result of one year with its uncertainty, in the result's unit.
 *
 * @param schoolId the school
 * @param year the year
 * @param result drawn towards what the school's context lets one expect, the more the fewer its
 *     pupils of that year
 */
public record YearEstimate(String schoolId, int year, MeanEstimate result) {}
