package io.levelfield.model.cluster;

/**
 * How many schools went from one group to another between two years.
 *
 * @param fromYear the earlier year
 * @param toYear the next year with values
 * @param from the group in the earlier year
 * @param to the group in the later year; the same where schools stayed
 * @param schools that have values in both years
 */
public record GroupTransition(
    int fromYear, int toYear, GroupModel.Group from, GroupModel.Group to, int schools) {}
