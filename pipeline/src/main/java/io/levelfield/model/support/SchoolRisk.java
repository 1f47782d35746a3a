package io.levelfield.model.support;

import io.levelfield.model.text.LocalText;
import java.util.OptionalInt;

/**
 * How far a condition is a risk for a school in a year.
 *
 * @param condition key of the study
 * @param name of the condition
 * @param score on the ordinal scale of the source
 * @param better share of the other schools it is set beside that do better, 0 to 1
 * @param beside schools it is set beside, itself among them
 * @param cut whether the level is that of the study's cuts
 * @param place among the school's foremost risks, 1 the foremost; absent for others
 */
public record SchoolRisk(
    String schoolId,
    int year,
    String condition,
    LocalText name,
    double score,
    Level level,
    double better,
    int beside,
    boolean cut,
    OptionalInt place) {

  /** The same risk at a place among the school's foremost. */
  public SchoolRisk at(int number) {
    return new SchoolRisk(
        schoolId, year, condition, name, score, level, better, beside, cut, OptionalInt.of(number));
  }

  /** How high a risk is. */
  public enum Level {
    LOW,
    MEDIUM,
    HIGH
  }
}
