package io.levelfield.model.outcome;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A school's result over its measures, of one year or pooled over several.
 *
 * @param schoolId the school
 * @param firstYear first year that enters
 * @param lastYear last year that enters
 * @param participants examinations taken, all measures together; absent when no source says
 * @param result the raw mean where the study has one examination only, else equal to {@code z}
 * @param z participants-weighted mean of the z-scores of the school's measures
 */
public record SchoolResult(
    String schoolId,
    int firstYear,
    int lastYear,
    OptionalLong participants,
    OptionalDouble result,
    OptionalDouble z) {}
