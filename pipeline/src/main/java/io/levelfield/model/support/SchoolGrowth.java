package io.levelfield.model.support;

import io.levelfield.model.input.Measure;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many pupils of a school do better than before. Over several examinations a pupil counts once
 * in each.
 *
 * @param year of the later results
 * @param measure of the later results; absent where these are all of the year
 * @param pupils with a result
 * @param withoutEarlier of them not linked to an earlier result; absent where there is no earlier
 *     year
 * @param withoutLater of them not linked to a later result, likewise
 * @param linked to an earlier result
 * @param movers of those, pupils whose earlier result is of another school
 * @param counted linked pupils whose growth counts in the school
 * @param positive those of them with positive dynamics; ties count half
 * @param low lower end of the interval of the share
 * @param high upper end of it
 * @param medianPercentile median growth percentile, 0 to 100; absent where too few have one
 * @param method absent where nobody counts
 */
public record SchoolGrowth(
    String schoolId,
    int year,
    Optional<Measure> measure,
    long pupils,
    OptionalLong withoutEarlier,
    OptionalLong withoutLater,
    long linked,
    long movers,
    long counted,
    double positive,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble medianPercentile,
    Optional<GrowthMethod> method) {

  public SchoolGrowth {
    if (positive > counted || counted > linked || movers > linked || linked > pupils) {
      throw new IllegalArgumentException(
          "%s %d: %s positive, %d counted, %d movers, %d linked of %d pupils"
              .formatted(schoolId, year, positive, counted, movers, linked, pupils));
    }
  }

  /** Share of the counted pupils with positive dynamics; absent where nobody counts. */
  public OptionalDouble sharePositive() {
    return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(positive / counted);
  }
}
