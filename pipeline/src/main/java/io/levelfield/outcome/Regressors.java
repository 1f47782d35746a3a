package io.levelfield.outcome;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Passport;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.OutcomeSettings.AdjustBy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What results are adjusted for: the context index, or the indicators.
 *
 * @param indicators keys of the index's indicators; none where there is no context to adjust for
 */
record Regressors(AdjustBy adjustBy, List<String> indicators) {

  /** Whether there is any context to adjust for. */
  boolean known() {
    return !indicators.isEmpty();
  }

  /** Names of the values, for messages. */
  List<String> names() {
    return adjustBy == AdjustBy.CONTEXT_INDEX ? List.of(ClusterSettings.CONTEXT_INDEX) : indicators;
  }

  /**
   * School to its values; schools that lack any of them are left out.
   *
   * @param context at most one row per school
   * @param passports at most one row per school
   */
  Map<String, double[]> of(List<ContextScore> context, List<Passport> passports) {
    Map<String, double[]> regressors = new TreeMap<>();
    if (!known()) {
      return regressors;
    }
    if (adjustBy == AdjustBy.CONTEXT_INDEX) {
      context.forEach(score -> regressors.put(score.schoolId(), new double[] {score.index()}));
      return regressors;
    }
    for (Passport passport : passports) {
      if (passport.values().keySet().containsAll(indicators)) {
        regressors.put(
            passport.schoolId(),
            indicators.stream().mapToDouble(key -> passport.value(key).orElseThrow()).toArray());
      }
    }
    return regressors;
  }
}
