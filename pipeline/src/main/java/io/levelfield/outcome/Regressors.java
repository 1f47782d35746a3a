package io.levelfield.outcome;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.LikelyContext;
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
   * School to its values; schools that lack any of them are left out. Where passports are a sample,
   * a value is what the true one is likely to be: a regression on such means has the slope of the
   * true values, where one on values with their errors has a flatter one (regression calibration:
   * Carroll, Ruppert, Stefanski, Crainiceanu, Measurement Error in Nonlinear Models, 2006, ch. 4).
   *
   * @param context at most one row per school
   * @param passports at most one row per school
   * @param likely at most one row per school
   */
  Map<String, double[]> of(
      List<ContextScore> context, List<Passport> passports, List<LikelyContext> likely) {
    Map<String, double[]> regressors = new TreeMap<>();
    if (!known()) {
      return regressors;
    }
    if (adjustBy == AdjustBy.CONTEXT_INDEX) {
      context.forEach(score -> regressors.put(score.schoolId(), new double[] {score.index()}));
      likely.forEach(
          own ->
              regressors.computeIfPresent(
                  own.schoolId(), (school, index) -> new double[] {own.index()}));
      return regressors;
    }
    for (Passport passport : passports) {
      if (passport.values().keySet().containsAll(indicators)) {
        regressors.put(
            passport.schoolId(),
            indicators.stream().mapToDouble(key -> passport.value(key).orElseThrow()).toArray());
      }
    }
    likely.forEach(
        own ->
            regressors.computeIfPresent(
                own.schoolId(),
                (school, values) ->
                    indicators.stream().mapToDouble(key -> own.values().get(key)).toArray()));
    return regressors;
  }

  /** Variances of what a school's values may be. */
  double[] variances(LikelyContext likely) {
    return adjustBy == AdjustBy.CONTEXT_INDEX
        ? new double[] {likely.sd() * likely.sd()}
        : indicators.stream()
            .mapToDouble(key -> Math.pow(likely.sds().getOrDefault(key, 0.0), 2))
            .toArray();
  }
}
