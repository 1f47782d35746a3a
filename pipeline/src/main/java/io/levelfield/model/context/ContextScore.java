package io.levelfield.model.context;

import io.levelfield.model.SchoolYear;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A school's index of social well-being (ИСБШ) in one year; higher is more favourable.
 *
 * @param schoolId the school
 * @param year the passport's year
 * @param index the headline index
 * @param rank 1 = most favourable among the year's schools; ties share their mean rank
 * @param variants index under each weighting variant, the headline's included
 * @param indicatorsUsed indicators known for this school
 * @param imputed indicators filled in because they were unknown
 * @param contributions what each known indicator adds to the headline index
 */
public record ContextScore(
    String schoolId,
    int year,
    double index,
    double rank,
    Map<String, Double> variants,
    int indicatorsUsed,
    int imputed,
    Map<String, Double> contributions) {

  public ContextScore {
    variants = Collections.unmodifiableMap(new TreeMap<>(variants));
    contributions = Collections.unmodifiableMap(new TreeMap<>(contributions));
  }

  public SchoolYear key() {
    return new SchoolYear(schoolId, year);
  }
}
