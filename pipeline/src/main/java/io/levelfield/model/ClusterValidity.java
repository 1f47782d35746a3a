package io.levelfield.model;

import java.util.OptionalDouble;

/**
 * How good a partition into {@code k} groups is.
 *
 * @param k number of groups
 * @param wss within-group sum of squared distances in standardised features
 * @param silhouette mean silhouette width (plain Euclidean distance); absent for k = 1
 * @param chosen whether the study's groups are these
 */
public record ClusterValidity(int k, double wss, OptionalDouble silhouette, boolean chosen) {}
