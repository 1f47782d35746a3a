package io.levelfield.identify;

import io.levelfield.model.outcome.Outcomes;
import io.levelfield.study.IdentifySettings.LowResult;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules for low results are applied to.
 *
 * @param counts by school
 * @param year the newest year with results
 * @param effect how far a school's examinations go together
 * @param patterns chances of low years, which rest on both
 */
record LowBasis(
    Map<String, SchoolCounts> counts, int year, SchoolEffect effect, LowPatterns patterns) {

  LowBasis {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  static LowBasis of(Outcomes outcomes, LowResult settings) {
    Map<String, SchoolCounts> counts =
        SchoolCounts.bySchool(outcomes.estimates(), outcomes.models());
    int years = settings.stableOf() + settings.years() - 1;
    SchoolEffect effect = SchoolEffect.of(counts, outcomes.year(), years);
    return new LowBasis(counts, outcomes.year(), effect, new LowPatterns(effect));
  }
}
