package io.levelfield.run;

import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.SchoolFeatures;
import io.levelfield.cluster.SimilarSchools;
import io.levelfield.cluster.Typology;
import io.levelfield.context.SocialContext;
import io.levelfield.identify.Evidence;
import io.levelfield.identify.Identifications;
import io.levelfield.identify.SignsRule;
import io.levelfield.model.Findings;
import io.levelfield.model.StageResult;
import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.cluster.Groups;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.identify.ListErrors;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.support.Support;
import io.levelfield.model.text.Message;
import io.levelfield.outcome.Adjustment;
import io.levelfield.outcome.Circumstances;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.quality.QualityChecks;
import io.levelfield.run.Progress.Stage;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.Study;
import io.levelfield.support.SchoolSupport;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The stages between reading and writing, in their order. Each takes records and gives one. */
record Analysis(Study study, StudyData data, EarlierRun earlier, Progress progress) {

  /**
   * Runs the stages.
   *
   * @param finalFit asked for only when there are groups to fit; absent where none are to be made
   * @throws io.levelfield.model.InputsRefused if the data do not allow what the study asks for
   */
  Findings findings(Replicates replicates, Optional<Supplier<FinalFit>> finalFit) {
    Map<String, Indicator> indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    double confidence = study.outcome().confidence();

    Outcomes standing =
        progress.stage(Stage.OUTCOME, () -> SchoolOutcomes.of(data, study.outcome()));
    ContextFindings context =
        progress.stage(
            Stage.CONTEXT,
            () ->
                SocialContext.of(
                    study.contextIndex(),
                    data,
                    standing,
                    study.identify().lowestShares(),
                    SignsRule.of(study.identify().unfavourableContext(), indicators.values()),
                    replicates,
                    study.randomSeed()));
    Placed placed =
        progress.stage(Stage.ADJUSTMENT, () -> placed(standing, context, indicators.keySet()));
    Outcomes outcomes = placed.outcomes();
    AdjustedOutcomes adjusted = placed.adjusted();
    Groups groups =
        progress.stage(
            Stage.CLUSTER,
            () ->
                finalFit
                    .map(
                        fit ->
                            Typology.of(
                                study, data, outcomes, context, adjusted, earlier, replicates, fit))
                    .orElse(Groups.NONE));
    Neighbourhoods similar =
        progress.stage(
            Stage.SIMILAR,
            () ->
                SimilarSchools.of(
                    data,
                    outcomes,
                    adjusted,
                    SchoolFeatures.of(outcomes, context, adjusted, indicators),
                    study.similarSchools(),
                    confidence));
    Quality quality =
        progress.stage(
            Stage.QUALITY, () -> QualityChecks.check(data, outcomes, indicators, study.quality()));
    // The lists of earlier years need no labels of this one, so they are made beside them.
    CompletableFuture<EarlierLists.Made> earlierLists =
        CompletableFuture.supplyAsync(
            new EarlierLists(study, data, outcomes, context, quality)::make);
    Labels labels =
        progress.stage(
            Stage.IDENTIFY,
            () ->
                identified(
                    new Evidence(
                        data.schools(),
                        outcomes,
                        context,
                        adjusted,
                        similar,
                        quality,
                        data.support().staff(),
                        groups.grouping(),
                        indicators),
                    finalFit.isPresent()));
    Support support =
        progress.stage(
            Stage.SUPPORT,
            () -> {
              EarlierLists.Made earlierYears = made(earlierLists);
              List<YearList> lists = new ArrayList<>(earlierYears.lists());
              lists.addAll(YearList.of(outcomes.year(), labels));
              return SchoolSupport.of(
                  new SupportBasis(
                      data,
                      indicators,
                      outcomes,
                      context,
                      adjusted,
                      quality,
                      labels,
                      lists,
                      confidence,
                      study.randomSeed()),
                  study.support(),
                  study.programme(),
                  earlierYears.notes(),
                  finalFit.isPresent());
            });
    return new Findings(
        data, outcomes, context, adjusted, groups, similar, quality, labels, support);
  }

  private static EarlierLists.Made made(CompletableFuture<EarlierLists.Made> lists) {
    try {
      return lists.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : e;
    }
  }

  /** Results as far as they can be told beside those of schools in like circumstances. */
  private record Placed(Outcomes outcomes, AdjustedOutcomes adjusted) implements StageResult {
    @Override
    public Message summary() {
      return adjusted.summary();
    }

    @Override
    public List<Message> notes() {
      return adjusted.notes();
    }
  }

  private Placed placed(Outcomes standing, ContextFindings context, Set<String> indicators) {
    boolean made = study.contextIndex().map(ContextIndexSettings::ofResults).orElse(false);
    var circumstances =
        new Circumstances(
            data.schools(), made ? List.of() : context.scores(), study.outcome().alikeBy());
    Outcomes outcomes = SchoolOutcomes.estimated(standing, circumstances, study.outcome());
    return new Placed(
        outcomes,
        Adjustment.of(
            outcomes, context, data.passports(), List.copyOf(indicators), study.outcome()));
  }

  /** Labels, and what their lists are worth where a whole run is wanted. */
  private Labels identified(Evidence evidence, boolean whole) {
    ListErrors errors =
        SimulatedDistricts.errors(
            study,
            data,
            evidence.outcomes(),
            evidence.context(),
            evidence.adjusted(),
            evidence.similar(),
            whole);
    return Identifications.of(evidence, study.identify(), errors);
  }
}
