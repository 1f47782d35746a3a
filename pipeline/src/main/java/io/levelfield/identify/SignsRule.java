package io.levelfield.identify;

import io.levelfield.model.context.PassportRule;
import io.levelfield.study.IdentifySettings.UnfavourableContext;
import io.levelfield.study.Indicator;
import java.util.Arrays;
import java.util.Collection;

/**
 * Unfavourable signs of all schools at once, as {@link UnfavourableSigns} finds those of one: for
 * the replicates, in which passports are drawn again and again.
 */
public final class SignsRule implements PassportRule {
  private static final long serialVersionUID = 1L;

  private final int[] directions;
  private final ExactShare lowest;
  private final ExactShare signs;

  private SignsRule(int[] directions, ExactShare lowest, ExactShare signs) {
    this.directions = directions;
    this.lowest = lowest;
    this.signs = signs;
  }

  /** The rule of a study, for its indicators in their order. */
  public static PassportRule of(UnfavourableContext settings, Collection<Indicator> indicators) {
    return new SignsRule(
        indicators.stream().mapToInt(indicator -> indicator.direction().sign()).toArray(),
        ExactShare.of(settings.signLowest()),
        ExactShare.of(settings.signs()));
  }

  @Override
  public boolean[] met(double[][] values) {
    int[] known = new int[values.length];
    int[] found = new int[values.length];
    for (int j = 0; j < directions.length; j++) {
      count(values, j, known, found);
    }
    boolean[] met = new boolean[values.length];
    for (int i = 0; i < met.length; i++) {
      met[i] = found[i] > 0 && found[i] >= UnfavourableSigns.needed(known[i], signs);
    }
    return met;
  }

  private void count(double[][] values, int indicator, int[] known, int[] found) {
    int direction = directions[indicator];
    double[] sorted =
        Arrays.stream(values)
            .mapToDouble(own -> direction * own[indicator])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    var standing = Standing.ofSorted(sorted);
    boolean told = standing.has(lowest);
    // The condition falls with the value, so one value divides the schools.
    double highest = told ? standing.highestInLowest(lowest) : Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      double own = direction * values[i][indicator];
      if (!Double.isNaN(own)) {
        known[i]++;
        found[i] += told && own <= highest ? 1 : 0;
      }
    }
  }
}
