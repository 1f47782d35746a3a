package io.levelfield.model.support;

import io.levelfield.model.input.ClimateMeasure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a school's pupils say in a year, and what changed since its year before.
 *
 * @param schoolId the school; {@link #ALL} for all of them together
 * @param pupils who answered
 * @param value mean of scores, or share of pupils who say yes
 * @param low lower end of its interval; absent where the spread among pupils is unknown
 * @param high upper end of its interval
 * @param change absent in the first year
 */
public record ClimateFigure(
    String schoolId,
    int year,
    ClimateMeasure measure,
    long pupils,
    double value,
    OptionalDouble low,
    OptionalDouble high,
    Optional<Change> change) {

  /** All schools together. */
  public static final String ALL = "*";

  /**
   * A change since an earlier year.
   *
   * @param since the earlier year
   * @param value by how much
   * @param low lower end of its interval; absent where it is unknown
   * @param high upper end of its interval
   * @param linked pupils who answered in both years; 0 where years are two samples
   * @param better of the linked pupils those who changed for the better
   */
  public record Change(
      int since, double value, OptionalDouble low, OptionalDouble high, long linked, long better) {}
}
