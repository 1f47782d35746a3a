package io.levelfield.identify;

import io.levelfield.identify.LowPatterns.Part;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chance that the rule for low results holds in several of the newest years. Years share the
 * school's effect and the examinations' own, and persistence looks back from one year to another,
 * so all years are counted at once: the state is how many examinations are low in each year, up to
 * as many as make the year low.
 */
final class StablyLowChance {
  private final int procedures;
  private final int persistent;
  private final List<Integer> years;

  /** {@code [pattern][state]}: the state once one more examination shows this pattern. */
  private final int[][] after;

  /** By state: how many years are low. */
  private final int[] lowYears;

  /**
   * @param procedures low examinations that make a year low
   * @param persistent years of one low examination that do so too
   * @param years that count, as places in the patterns, the newest being 0; one at least
   */
  StablyLowChance(int procedures, int persistent, List<Integer> years) {
    this.procedures = procedures;
    this.persistent = persistent;
    this.years = List.copyOf(years);
    int states = (int) Math.round(Math.pow(procedures + 1.0, years.size()));
    lowYears = IntStream.range(0, states).map(this::lowYears).toArray();
    after = new int[1 << (Collections.max(years) + persistent)][states];
    for (int pattern = 0; pattern < after.length; pattern++) {
      for (int state = 0; state < states; state++) {
        after[pattern][state] = after(state, pattern);
      }
    }
  }

  /** The chance that at least so many years are low. */
  double atLeast(int least, List<Part> parts) {
    double chance = 0;
    for (Part part : parts) {
      chance += part.weight() * atLeast(least, part);
    }
    return Math.min(1, chance);
  }

  private double atLeast(int least, Part part) {
    int states = lowYears.length;
    double[] chances = new double[states];
    chances[0] = 1;
    for (int e = 0; e < part.examinations(); e++) {
      double[] patterns = part.patterns(e);
      double[] next = new double[states];
      for (int pattern = 0; pattern < patterns.length; pattern++) {
        if (patterns[pattern] > 0) {
          for (int state = 0; state < states; state++) {
            if (chances[state] > 0) {
              next[after[pattern][state]] += chances[state] * patterns[pattern];
            }
          }
        }
      }
      chances = next;
    }
    double sum = 0;
    for (int state = 0; state < states; state++) {
      sum += lowYears[state] >= least ? chances[state] : 0;
    }
    return sum;
  }

  private int after(int state, int pattern) {
    int rest = state;
    int unit = 1;
    int after = 0;
    int run = (1 << persistent) - 1;
    for (int year : years) {
      int low = rest % (procedures + 1);
      rest /= procedures + 1;
      if ((pattern >> year & run) == run) {
        low = procedures;
      } else if ((pattern >> year & 1) == 1) {
        low = Math.min(procedures, low + 1);
      }
      after += low * unit;
      unit *= procedures + 1;
    }
    return after;
  }

  private int lowYears(int state) {
    int low = 0;
    for (int rest = state; rest > 0; rest /= procedures + 1) {
      low += rest % (procedures + 1) == procedures ? 1 : 0;
    }
    return low;
  }
}
