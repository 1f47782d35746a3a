package io.levelfield.model.cluster;

import java.util.Optional;

/**
 * The groups of an earlier run.
 *
 * @param run its id
 * @param model its groups
 * @param before the groups that these were numbered and named after, if any
 */
public record EarlierGroups(String run, GroupModel model, Optional<EarlierGroups> before) {}
