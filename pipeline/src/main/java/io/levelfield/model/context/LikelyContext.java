package io.levelfield.model.context;

import io.levelfield.model.SchoolYear;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the true composition of a school's intake is likely to be, where its passport is taken for a
 * sample of it.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param index the mean of what the headline index may be
 * @param sd the standard deviation of what it may be
 * @param values the mean of what each known indicator may be
 * @param sds standard deviations of these
 */
public record LikelyContext(
    String schoolId,
    int year,
    double index,
    double sd,
    Map<String, Double> values,
    Map<String, Double> sds) {

  public LikelyContext {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    sds = Collections.unmodifiableMap(new TreeMap<>(sds));
  }

  public SchoolYear key() {
    return new SchoolYear(schoolId, year);
  }
}
