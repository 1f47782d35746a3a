package io.levelfield.model.input;

import io.levelfield.model.SchoolYear;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A school's social passport of one year: the value of each indicator that is known.
 *
 * @param schoolId the school
 * @param year the year the passport describes
 * @param values indicator key to value in the indicator's own unit; an unknown value is absent
 * @param errors indicator key to the standard error of a value that is the mean of some pupils
 * @param pupils indicator key to the pupils whose rows a value is the mean or share of
 */
public record Passport(
    String schoolId,
    int year,
    Map<String, Double> values,
    Map<String, Double> errors,
    Map<String, Long> pupils) {

  public Passport {
    Objects.requireNonNull(schoolId, "schoolId");
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    errors = Collections.unmodifiableMap(new TreeMap<>(errors));
    pupils = Collections.unmodifiableMap(new TreeMap<>(pupils));
  }

  /** A passport whose values are not estimated from pupils. */
  public Passport(String schoolId, int year, Map<String, Double> values) {
    this(schoolId, year, values, Map.of(), Map.of());
  }

  public SchoolYear key() {
    return new SchoolYear(schoolId, year);
  }

  /** The same passport with other values. */
  public Passport with(Map<String, Double> others) {
    return new Passport(schoolId, year, others, errors, pupils);
  }

  public OptionalDouble value(String indicator) {
    Double value = values.get(indicator);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
