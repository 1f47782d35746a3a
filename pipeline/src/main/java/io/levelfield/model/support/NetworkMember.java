package io.levelfield.model.support;

import java.util.Optional;

/**
 * A school of a network.
 *
 * @param network number of the network, from 1 on in the order of their centres
 * @param schoolId the school
 * @param centreId the school at its centre, which may be this one
 * @param size schools of the network, its centre included
 * @param cost of the school with the centre as its partner; absent for the centre itself
 * @param journey to the centre; absent likewise
 */
public record NetworkMember(
    int network,
    String schoolId,
    String centreId,
    int size,
    Optional<PairCost> cost,
    Optional<Journey> journey) {

  public boolean isCentre() {
    return schoolId.equals(centreId);
  }
}
