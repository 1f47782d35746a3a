package io.levelfield.run;

import io.levelfield.model.ContextScore;
import io.levelfield.model.Passport;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.OutcomeSettings.AdjustBy;
import io.levelfield.study.Study;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a study adjusts results for: the context index, or the indicators. */
record Regressors(Study study) {

  /** Whether the study knows any context to adjust for. */
  boolean known() {
    return study.contextIndex().isPresent();
  }

  /** Names of the values, for messages. */
  List<String> names() {
    return study.outcome().adjustBy() == AdjustBy.CONTEXT_INDEX
        ? List.of(ClusterSettings.CONTEXT_INDEX)
        : List.copyOf(study.contextIndex().orElseThrow().indicators().keySet());
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
    if (study.outcome().adjustBy() == AdjustBy.CONTEXT_INDEX) {
      context.forEach(score -> regressors.put(score.schoolId(), new double[] {score.index()}));
      return regressors;
    }
    List<String> keys = names();
    for (Passport passport : passports) {
      if (passport.values().keySet().containsAll(keys)) {
        regressors.put(
            passport.schoolId(),
            keys.stream().mapToDouble(key -> passport.value(key).orElseThrow()).toArray());
      }
    }
    return regressors;
  }
}
