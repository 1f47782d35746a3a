package io.levelfield.model.support;

import io.levelfield.model.identify.Label;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a year changed for a school.
 *
 * @param adjusted observed minus expected from the context of that year, in the result's unit
 * @param index of social well-being
 * @param change of the result since the school's last year before, in the result's unit
 * @param expectedChange of it to expect from that year with no help at all: regression to the mean
 * @param slope of results until that year; absent where they are fewer than three
 * @param labels borne that year; absent where the year's lists were not made
 * @param entered labels borne that year and not in the year before, where both could be judged
 * @param left labels borne in the year before and not that year, likewise
 */
public record SchoolChange(
    String schoolId,
    int year,
    OptionalDouble adjusted,
    OptionalDouble index,
    OptionalDouble change,
    OptionalDouble expectedChange,
    Optional<Slope> slope,
    Optional<List<Label>> labels,
    List<Label> entered,
    List<Label> left) {

  /**
   * A straight line through results.
   *
   * @param value change a year, in the result's unit
   * @param se its standard error; absent where that of results is unknown
   */
  public record Slope(double value, OptionalDouble se) {}

  public SchoolChange {
    labels = labels.map(List::copyOf);
    entered = List.copyOf(entered);
    left = List.copyOf(left);
  }
}
