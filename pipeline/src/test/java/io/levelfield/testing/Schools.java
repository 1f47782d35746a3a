package io.levelfield.testing;

import io.levelfield.model.input.School;

/** Schools of a register that tells little. */
public final class Schools {
  private Schools() {}

  /** A school of which only its code and settlement are known. */
  public static School settled(String id, String settlement) {
    School named = School.named(id);
    return new School(
        id,
        named.name(),
        named.municipality(),
        settlement,
        named.selective(),
        named.parallelClasses(),
        named.travelMinutes(),
        named.latitude(),
        named.longitude());
  }
}
