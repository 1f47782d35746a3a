package io.levelfield.model.input;

import java.util.OptionalDouble;

/**
 * How a school's pupils differ from one another in their social context: an index of single pupils
 * from the indicators that pupils' rows hold, in standard deviations of all pupils.
 *
 * @param schoolId the school
 * @param year the year
 * @param pupils whose index is known
 * @param sd sample standard deviation of their index, of two or more
 * @param lowestQuarter share of them among the least favourable quarter of all pupils of the year,
 *     0..1
 */
public record PupilSpread(
    String schoolId, int year, long pupils, OptionalDouble sd, double lowestQuarter) {}
