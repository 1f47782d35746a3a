package io.levelfield.model.context;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What moved a school's index of social well-being from one passport to the next.
 *
 * @param schoolId the school
 * @param fromYear of the earlier passport
 * @param year of the later one
 * @param change of the headline index
 * @param due by indicator, the change of what it adds to the index; under geometric aggregation of
 *     what it adds to the logarithm. What an indicator known in one of the years only added then is
 *     a change too
 * @param shares by indicator, the part of all the movement that is due to it, -1..1: its change
 *     over the sum of the absolute changes
 */
public record IndexChange(
    String schoolId,
    int fromYear,
    int year,
    double change,
    Map<String, Double> due,
    Map<String, Double> shares) {

  public IndexChange {
    due = Collections.unmodifiableMap(new TreeMap<>(due));
    shares = Collections.unmodifiableMap(new TreeMap<>(shares));
  }
}
