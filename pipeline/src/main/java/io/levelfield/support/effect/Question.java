package io.levelfield.support.effect;

import io.levelfield.model.support.EffectAnalysis.Kind;

/**
 * Over which results of supported schools an effect is averaged.
 *
 * @param kind what is asked
 * @param group place of the first year of the schools in question; for {@code GROUP_TIME}
 * @param time for {@code GROUP_TIME} the place of the year, for {@code EVENT_YEAR} years since the
 *     start
 */
record Question(Kind kind, int group, int time) {

  static Question of(Kind kind) {
    return new Question(kind, 0, 0);
  }

  /** Whether a supported school's result counts. */
  boolean asksOf(Starts starts, int school, int year) {
    int first = starts.first(school);
    int last = starts.last(school);
    return switch (kind) {
      case OVERALL -> year >= first && year <= last;
      case AFTER_END -> year > last;
      case GROUP_TIME -> first == group && year == time;
      case EVENT_YEAR -> year - first == time;
      case BEFORE_AFTER -> throw new IllegalArgumentException("has no controls");
    };
  }
}
