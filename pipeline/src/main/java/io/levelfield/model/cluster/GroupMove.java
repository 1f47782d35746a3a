package io.levelfield.model.cluster;

/**
 * How a group differs from what it was in an earlier run.
 *
 * @param cluster the group's number, then and now
 * @param previousName its name then
 * @param distance from its centre then to its centre now, in present standard deviations
 */
public record GroupMove(int cluster, GroupName previousName, double distance) {}
