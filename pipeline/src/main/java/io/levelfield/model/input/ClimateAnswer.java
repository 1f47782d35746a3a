package io.levelfield.model.input;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one pupil says in one year, or what a school counts of its pupils.
 *
 * @param pupil code that tells pupils apart, never shown; absent where answers are anonymous and of
 *     counts
 * @param pupils 1 of a pupil, else pupils of the school
 * @param values of a pupil: scores, and 1 for yes or 0 for no; of a school: means of scores, and
 *     counts of pupils who say yes
 */
public record ClimateAnswer(
    String schoolId,
    int year,
    Optional<String> pupil,
    long pupils,
    boolean counted,
    Map<ClimateMeasure, Double> values) {

  /** In an order that does not depend on that of rows, anonymous answers last. */
  public static final Comparator<ClimateAnswer> ORDER =
      Comparator.comparing(ClimateAnswer::schoolId)
          .thenComparingInt(ClimateAnswer::year)
          .thenComparing(own -> own.pupil().orElse("\uffff"))
          .thenComparing(own -> new TreeMap<>(own.values()).toString());

  public ClimateAnswer {
    values = Map.copyOf(values);
  }
}
