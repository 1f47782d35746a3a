package io.levelfield.support.effect;

import java.util.Arrays;

/**
 * When each school began a programme and when it ended, as places among the years; ordered as the
 * schools are.
 */
final class Starts {
  static final int NEVER = Integer.MAX_VALUE;

  private final int[] first;
  private final int[] last;
  private final int[] waves;

  /**
   * @param first first year whose results can show it; {@link #NEVER} for a school without it
   * @param last last such year while it ran; {@link #NEVER} where it still runs
   */
  Starts(int[] first, int[] last) {
    this.first = first;
    this.last = last;
    waves = Arrays.stream(first).filter(f -> f != NEVER).sorted().distinct().toArray();
  }

  int schools() {
    return first.length;
  }

  /** First year whose results can show the support. */
  int first(int school) {
    return first[school];
  }

  /** Last year while it ran, the first one at least. */
  int last(int school) {
    return Math.max(first[school], last[school]);
  }

  /** Whether the school has the programme at any time. */
  boolean has(int school) {
    return first[school] != NEVER;
  }

  /** The earliest first year; {@link #NEVER} where no school has the programme. */
  int earliest() {
    return waves.length == 0 ? NEVER : waves[0];
  }

  /** The latest first year of any school that is not after a year, at least {@code from}. */
  int latest(int from, int year) {
    int latest = from;
    for (int wave : waves) {
      latest = wave <= year ? Math.max(latest, wave) : latest;
    }
    return latest;
  }

  /** The same starts dealt to other schools: school i has what school {@code order[i]} had. */
  Starts dealt(int[] order) {
    return new Starts(
        Arrays.stream(order).map(s -> first[s]).toArray(),
        Arrays.stream(order).map(s -> last[s]).toArray());
  }
}
