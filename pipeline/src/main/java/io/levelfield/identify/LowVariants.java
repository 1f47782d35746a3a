package io.levelfield.identify;

import java.util.ArrayList;
import java.util.List;

/** Variants of the rule for low results: threshold, years put together, raw or shrunken shares. */
final class LowVariants {
  private static final int MOST_POOLED = 3;

  private LowVariants() {}

  static List<LowCriterion> of(LowCriterion criterion, double points) {
    List<LowCriterion> variants = new ArrayList<>();
    for (double move : new double[] {-points, 0, points}) {
      for (int pooled = 1; pooled <= MOST_POOLED; pooled++) {
        for (boolean shrunken : new boolean[] {false, true}) {
          variants.add(
              new LowCriterion(
                  criterion.settings(), criterion.share().plus(move), pooled, shrunken));
        }
      }
    }
    return List.copyOf(variants);
  }
}
