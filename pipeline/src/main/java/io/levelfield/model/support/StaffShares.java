package io.levelfield.model.support;

import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Teachers of a school, a year and a subject, or of all subjects.
 *
 * @param shares by figure; no entry where it is a share of nobody, or not known
 */
public record StaffShares(StaffCount count, Map<StaffFigure, ShareInterval> shares) {

  public StaffShares {
    Map<StaffFigure, ShareInterval> ordered = new EnumMap<>(StaffFigure.class);
    ordered.putAll(shares);
    shares = Collections.unmodifiableMap(ordered);
  }
}
