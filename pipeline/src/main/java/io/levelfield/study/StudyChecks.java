package io.levelfield.study;

import io.levelfield.model.text.Message;
import io.levelfield.study.ContextIndexSettings.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that span several settings of a study. */
final class StudyChecks {
  private StudyChecks() {}

  static void check(
      Inputs inputs,
      Optional<ContextIndexSettings> contextIndex,
      OutcomeSettings outcome,
      Optional<ClusterSettings> clusters,
      SimilarSettings similarSchools,
      IdentifySettings identify,
      SupportSettings support) {
    Map<String, Indicator> indicators =
        contextIndex.map(ContextIndexSettings::indicators).orElse(Map.of());
    if (contextIndex.isPresent()) {
      checkIndicatorsHaveInputs(inputs, contextIndex.get());
      checkIndicatorsAreNoResults(inputs, contextIndex.get());
      checkExpertWeights(contextIndex.get());
    }
    if (outcome.adjustBy() == OutcomeSettings.AdjustBy.INDICATORS && indicators.isEmpty()) {
      throw new StudyProblem("outcome.adjust_by", Message.of("study.indicators-need-index"));
    }
    for (int i = 0; i < inputs.forms().size(); i++) {
      if (FormTables.of(inputs, contextIndex, inputs.forms().get(i)).parts().isEmpty()) {
        throw new StudyProblem("inputs.forms[" + i + "]", Message.of("study.forms-ask-nothing"));
      }
    }
    checkNames(indicators.keySet());
    clusters.ifPresent(settings -> checkFeatures(settings, indicators.keySet()));
    checkSimilar(similarSchools, indicators.keySet());
    identify
        .namedIndicators()
        .forEach(
            (type, key) ->
                checkIsIndicator("identify." + type + ".indicator", key, indicators.keySet()));
    support.segregation().indicators().ifPresent(keys -> checkAreShares(keys, indicators));
  }

  private static void checkAreShares(List<String> keys, Map<String, Indicator> indicators) {
    for (int i = 0; i < keys.size(); i++) {
      String setting = "support.segregation.indicators[" + i + "]";
      checkIsIndicator(setting, keys.get(i), indicators.keySet());
      if (indicators.get(keys.get(i)).whole().isEmpty()) {
        throw new StudyProblem(setting, Message.of("study.no-share", keys.get(i)));
      }
    }
  }

  private static void checkNames(Set<String> indicators) {
    for (String taken :
        List.of(
            ClusterSettings.RESULT,
            ClusterSettings.ADJUSTED_RESULT,
            ClusterSettings.CONTEXT_INDEX,
            SimilarSettings.SIZE)) {
      indicators.stream()
          .filter(taken::equalsIgnoreCase)
          .findFirst()
          .ifPresent(
              key -> {
                throw new StudyProblem(
                    "context_index.indicators." + key, Message.of("study.name-taken"));
              });
    }
    // Readers of tables, Spark among them, do not tell columns apart by case.
    Map<String, String> seen = new HashMap<>();
    for (String key : indicators) {
      String other = seen.put(key.toLowerCase(Locale.ROOT), key);
      if (other != null) {
        throw new StudyProblem(
            "context_index.indicators." + key, Message.of("study.keys-differ-in-case", other));
      }
    }
  }

  private static void checkSimilar(SimilarSettings settings, Set<String> indicators) {
    List<String> known =
        new ArrayList<>(List.of(SimilarSettings.SIZE, ClusterSettings.CONTEXT_INDEX));
    known.addAll(indicators);
    for (String feature : settings.features()) {
      if (!known.contains(feature)) {
        throw new StudyProblem(
            "similar_schools.features",
            Message.of(
                "study.unknown-feature", feature, Nearest.suggestion(feature, known), known));
      }
    }
  }

  private static void checkIsIndicator(String setting, String key, Set<String> indicators) {
    if (!indicators.contains(key)) {
      throw new StudyProblem(
          setting,
          Message.of(
              "study.unknown-indicator",
              key,
              Nearest.suggestion(key, indicators),
              List.copyOf(indicators)));
    }
  }

  private static void checkIndicatorsHaveInputs(Inputs of, ContextIndexSettings settings) {
    List<ContextInput> inputs = of.context();
    Map<String, Indicator> indicators = settings.indicators();
    List<String> served = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      ContextInput input = inputs.get(i);
      for (String key : input.indicators().orElse(List.of())) {
        if (!indicators.containsKey(key)) {
          throw new StudyProblem(
              "inputs.context[" + i + "].indicators",
              Message.of(
                  "study.unknown-indicator",
                  key,
                  Nearest.suggestion(key, indicators.keySet()),
                  List.copyOf(indicators.keySet())));
        }
      }
      served.addAll(settings.indicatorsOf(input).keySet());
    }
    for (FormsInput form : of.forms()) {
      FormTables.of(of, Optional.of(settings), form)
          .context()
          .ifPresent(input -> served.addAll(settings.indicatorsOf(input).keySet()));
    }
    for (String key : indicators.keySet()) {
      if (!served.contains(key)) {
        boolean aggregated = indicators.get(key).aggregate().isPresent();
        throw new StudyProblem(
            "context_index.indicators." + key,
            aggregated
                ? Message.of("study.aggregate-needs-pupils")
                : Message.of("study.needs-schools"));
      }
    }
  }

  /** An index made of results would explain results by themselves. */
  private static void checkIndicatorsAreNoResults(Inputs inputs, ContextIndexSettings settings) {
    for (ContextInput input : inputs.context()) {
      List<ResultsInput> ofFile =
          inputs.results().stream().filter(result -> result.path().equals(input.path())).toList();
      settings
          .indicatorsOf(input)
          .forEach(
              (key, indicator) -> {
                String column = indicator.column().orElse(indicator.count().orElse(key));
                if (ofFile.stream().anyMatch(result -> result.columns().isResult(column))
                    && indicator.insist().isEmpty()) {
                  throw new StudyProblem(
                      "context_index.indicators." + key,
                      Message.of("study.column-is-result", column));
                }
              });
    }
  }

  private static void checkExpertWeights(ContextIndexSettings settings) {
    boolean allZero =
        settings.indicators().values().stream().allMatch(i -> i.weight().orElse(1) == 0);
    if (settings.allWeights().contains(Weights.EXPERT) && allZero) {
      throw new StudyProblem("context_index.indicators", Message.of("study.weights-all-0"));
    }
  }

  private static void checkFeatures(ClusterSettings settings, Set<String> indicators) {
    List<String> known = new ArrayList<>(List.of(ClusterSettings.RESULT));
    if (!indicators.isEmpty()) {
      known.add(ClusterSettings.ADJUSTED_RESULT);
      known.add(ClusterSettings.CONTEXT_INDEX);
      known.addAll(indicators);
    }
    for (String feature : settings.features()) {
      if (!known.contains(feature)) {
        throw new StudyProblem(
            "clusters.features",
            Message.of(
                "study.unknown-feature", feature, Nearest.suggestion(feature, known), known));
      }
    }
  }
}
