package io.levelfield.model.support;

import java.util.OptionalDouble;

/**
 * How far two schools are from each other.
 *
 * @param kilometres along the great circle; absent without the coordinates of both
 * @param minutes at most: those of both to their municipality's centre; absent where kilometres are
 *     known, where the time of one is unknown, and between municipalities
 */
public record Journey(OptionalDouble kilometres, OptionalDouble minutes) {

  /** Whether anything is known of it. */
  public boolean known() {
    return kilometres.isPresent() || minutes.isPresent();
  }
}
