package io.levelfield.model.cluster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The schools most like a school in their circumstances, never in their results.
 *
 * @param schoolId the school
 * @param neighbours nearest first; empty where no school is comparable
 * @param comparison the school beside its neighbours; absent where too few have a result
 */
public record Neighbourhood(
    String schoolId, List<Neighbour> neighbours, Optional<Comparison> comparison) {

  /**
   * A similar school.
   *
   * @param schoolId its id
   * @param distance in standard deviations of what is compared
   * @param resultDifference the school's result less this neighbour's; absent where one is unknown
   */
  public record Neighbour(String schoolId, double distance, Optional<Double> resultDifference) {}

  /**
   * What similar schools let one expect.
   *
   * @param expected result expected from the neighbours, in the result's unit
   * @param difference the school's result less the expected one
   * @param low lower end of the difference's interval; absent where the error of the school's own
   *     result is unknown
   * @param high upper end of that interval
   */
  public record Comparison(
      double expected, double difference, OptionalDouble low, OptionalDouble high) {

    /** With an interval. */
    public Comparison(double expected, double difference, double low, double high) {
      this(expected, difference, OptionalDouble.of(low), OptionalDouble.of(high));
    }
  }

  public Neighbourhood {
    neighbours = List.copyOf(neighbours);
  }
}
