package io.levelfield.model.cluster;

import java.util.OptionalDouble;

/**
 * The group a school belongs to.
 *
 * @param schoolId the school
 * @param cluster the group's number, from 1
 * @param name the group's name
 * @param distance Euclidean distance to the group's centre in standardised features
 * @param silhouette the school's silhouette width (plain distance), -1..1; absent for one group
 * @param membership share of resamples that put the school into the group that matches its own,
 *     0..1; absent for one group
 * @param borderline whether that is too little for the school to count as a member
 */
public record ClusterAssignment(
    String schoolId,
    int cluster,
    GroupName name,
    double distance,
    OptionalDouble silhouette,
    OptionalDouble membership,
    boolean borderline) {}
