package io.levelfield.identify;

import io.levelfield.model.outcome.Outcomes;
import io.levelfield.study.IdentifySettings.LowResult;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the rules for low results are applied to. */
final class LowBasis {
  private final Map<String, SchoolCounts> counts;
  private final int year;
  private final Supplier<SchoolEffect> fit;
  private SchoolEffect effect;
  private LowPatterns patterns;

  /**
   * @param counts by school
   * @param year the newest year with results
   * @param fit tells how far a school's examinations go together; asked once, and only for
   *     probabilities
   */
  LowBasis(Map<String, SchoolCounts> counts, int year, Supplier<SchoolEffect> fit) {
    this.counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    this.year = year;
    this.fit = fit;
  }

  static LowBasis of(Outcomes outcomes, LowResult settings) {
    Map<String, SchoolCounts> counts =
        SchoolCounts.bySchool(outcomes.estimates(), outcomes.models());
    int years = settings.stableOf() + settings.years() - 1;
    return new LowBasis(
        counts, outcomes.year(), () -> SchoolEffect.of(counts, outcomes.year(), years));
  }

  Map<String, SchoolCounts> counts() {
    return counts;
  }

  int year() {
    return year;
  }

  /** How far a school's examinations go together. */
  SchoolEffect effect() {
    if (effect == null) {
      effect = fit.get();
    }
    return effect;
  }

  /** Chances of low years. */
  LowPatterns patterns() {
    if (patterns == null) {
      patterns = new LowPatterns(effect());
    }
    return patterns;
  }
}
