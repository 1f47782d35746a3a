package io.levelfield.run;

import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.GroupTransitions;
import io.levelfield.cluster.GroupingSettings;
import io.levelfield.cluster.KeptNames;
import io.levelfield.cluster.NamingNotes;
import io.levelfield.cluster.SchoolFeatures;
import io.levelfield.cluster.SchoolGroups;
import io.levelfield.cluster.SimilarSchools;
import io.levelfield.context.ContextIndex;
import io.levelfield.context.CurrentContext;
import io.levelfield.identify.Evidence;
import io.levelfield.identify.Identifications;
import io.levelfield.model.AdjustedResult;
import io.levelfield.model.ContextScore;
import io.levelfield.model.FeatureMatrix;
import io.levelfield.model.Findings;
import io.levelfield.model.GroupHistory;
import io.levelfield.model.GroupModel;
import io.levelfield.model.Grouping;
import io.levelfield.model.Identification;
import io.levelfield.model.IndexCheck;
import io.levelfield.model.IndexCheck.Check;
import io.levelfield.model.IndexFindings;
import io.levelfield.model.Neighbourhood;
import io.levelfield.model.OutcomeEstimate;
import io.levelfield.model.Passport;
import io.levelfield.model.Quality;
import io.levelfield.model.RankInterval;
import io.levelfield.model.SchoolResult;
import io.levelfield.model.ShrunkenResult;
import io.levelfield.model.StudyData;
import io.levelfield.outcome.MeasureEstimates;
import io.levelfield.outcome.PooledResults;
import io.levelfield.outcome.PoolingYears;
import io.levelfield.outcome.ResultAdjustment;
import io.levelfield.outcome.ShrunkenResults;
import io.levelfield.outcome.StandardisedResults;
import io.levelfield.quality.QualityChecks;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.OutcomeSettings;
import io.levelfield.study.SimilarSettings;
import io.levelfield.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The stages between reading and writing, in their order. Each takes records and gives records. */
final class Analysis {
  private final Study study;
  private final StudyData data;
  private final KeptNames naming;
  private final Progress progress;
  private final List<String> warnings;

  Analysis(Study study, StudyData data, PreviousRun previous, Progress progress) {
    this.study = study;
    this.data = data;
    this.naming = new KeptNames(previous.groups());
    this.progress = progress;
    this.warnings = new ArrayList<>(data.notes());
    warnings.addAll(previous.notes());
  }

  /**
   * Runs the stages.
   *
   * @param finalFit asked for only when there are groups to fit
   * @throws io.levelfield.model.InputsRefused if the data do not allow what the study asks for
   */
  Findings findings(Replicates replicates, Supplier<FinalFit> finalFit) {
    progress.begin("outcome");
    var standardised = StandardisedResults.of(data.tallies());
    warnings.addAll(standardised.notes());
    OutcomeSettings settings = study.outcome();
    var estimates =
        MeasureEstimates.of(
            standardised.estimates(), settings.shareThreshold(), settings.confidence());
    var pooling = new PooledResults(estimates.estimates());
    if (!pooling.weighted()) {
      warnings.add("participants are not known everywhere: measures weigh the same");
    }
    var years =
        new PoolingYears(settings.poolYears(), settings.poolYearsSmall(), settings.smallSchool());
    List<SchoolResult> results = pooling.pooled(years);
    progress.end(results.size() + " schools with results up to " + pooling.newestYear());

    Optional<ContextIndex> index = contextIndex(results);
    List<ContextScore> scores = index.map(ContextIndex::scores).orElse(List.of());
    List<ContextScore> current =
        CurrentContext.asOf(
            pooling.newestYear(), scores, ContextScore::schoolId, ContextScore::year);
    Optional<IndexFindings> made = index.map(own -> indexFindings(own, current, replicates));
    var regressors = new Regressors(study);
    Map<String, double[]> ofSchool = regressors.of(current, currentPassports());
    Optional<ResultAdjustment> adjustment =
        regressors.known()
            ? Optional.of(ResultAdjustment.fit(results, ofSchool, regressors.names()))
            : Optional.empty();
    List<AdjustedResult> adjusted =
        adjustment.map(fit -> fit.of(results, ofSchool)).orElse(List.of());
    var shrunken =
        ShrunkenResults.of(pooling, years, results, ofSchool, adjusted, settings.confidence());
    warnings.addAll(shrunken.notes());
    var features = new SchoolFeatures(results, current, adjusted, currentPassports(), indicators());
    Optional<Grouping> grouping = grouping(features, replicates, finalFit);
    List<SchoolResult> yearly = pooling.yearly();
    var history =
        grouping
            .map(
                found ->
                    history(
                        found,
                        new YearlyFeatures(
                            yearly,
                            scores,
                            data.passports(),
                            regressors,
                            adjustment,
                            indicators())))
            .orElse(GroupHistory.NONE);
    Quality quality = quality(estimates.estimates(), pooling.newestYear());
    List<Neighbourhood> neighbourhoods = similar(features, results, shrunken.results());
    var identified =
        identified(
            new Evidence(
                data.schools(),
                pooling.newestYear(),
                estimates.estimates(),
                estimates.models(),
                results,
                yearly,
                shrunken.yearly(),
                adjusted,
                shrunken.results(),
                current,
                made.map(IndexFindings::ranks).orElse(List.of()),
                indicators(),
                currentPassports(),
                neighbourhoods,
                quality.unconfirmed()));
    return new Findings(
        data,
        pooling.newestYear(),
        estimates.estimates(),
        estimates.models(),
        results,
        yearly,
        scores,
        current,
        made.orElse(IndexFindings.none()),
        adjusted,
        shrunken.results(),
        shrunken.yearly(),
        quality,
        neighbourhoods,
        identified.identifications(),
        identified.judged(),
        identified.policy(),
        grouping,
        history,
        warnings);
  }

  private Map<String, Indicator> indicators() {
    return study.contextIndex().map(ContextIndexSettings::indicators).orElse(Map.of());
  }

  private Quality quality(List<OutcomeEstimate> outcomes, int year) {
    progress.begin("quality");
    Quality quality = QualityChecks.check(data, outcomes, year, indicators(), study.quality());
    warnings.addAll(quality.notes());
    progress.end(
        quality.findings().size()
            + " questions, "
            + quality.unconfirmed().size()
            + " results unconfirmed");
    return quality;
  }

  private Optional<ContextIndex> contextIndex(List<SchoolResult> results) {
    progress.begin("context");
    if (study.contextIndex().isEmpty()) {
      warnings.add(
          "without context_index there is no index of social well-being, no adjusted result and no"
              + " groups by them");
      progress.end("not asked for");
      return Optional.empty();
    }
    ContextIndexSettings settings = study.contextIndex().get();
    var index =
        ContextIndex.compute(
            settings, data.passports(), data.schools(), results, study.randomSeed());
    warnings.addAll(index.notes());
    progress.end(
        index.scores().size()
            + " school-years, "
            + settings.indicators().size()
            + " indicators, "
            + settings.allWeights().size()
            + " weightings");
    return Optional.of(index);
  }

  private IndexFindings indexFindings(
      ContextIndex index, List<ContextScore> current, Replicates replicates) {
    Set<Double> lowest =
        Set.copyOf(
            List.of(
                RankInterval.QUARTER,
                study.identify().unfavourableContext().lowest(),
                study.identify().resilient().lowest()));
    var uncertainty = index.uncertainty(current, lowest, replicates);
    List<IndexCheck> checks = new ArrayList<>(index.checks());
    uncertainty
        .meanShift()
        .ifPresent(shift -> checks.add(IndexCheck.ofIndex(Check.MEAN_RANK_SHIFT, shift, false)));
    return new IndexFindings(
        index.weights(),
        index.models(),
        uncertainty.intervals(),
        uncertainty.influences(),
        checks,
        index.altered(),
        index.changes());
  }

  private List<Passport> currentPassports() {
    int year = data.tallies().stream().mapToInt(t -> t.measure().year()).max().orElseThrow();
    return CurrentContext.asOf(year, data.passports(), Passport::schoolId, Passport::year);
  }

  private Identifications.Result identified(Evidence evidence) {
    progress.begin("identify");
    var identified = Identifications.of(evidence, study.identify());
    warnings.addAll(identified.notes());
    long flagged = identified.identifications().stream().filter(Identification::flag).count();
    progress.end(flagged + " labels by " + identified.judged().size() + " rules");
    return identified;
  }

  private List<Neighbourhood> similar(
      SchoolFeatures features, List<SchoolResult> results, List<ShrunkenResult> shrunken) {
    List<String> keys = study.similarSchools().features().stream().filter(features::has).toList();
    if (keys.stream().allMatch(SimilarSettings.SIZE::equals)) {
      warnings.add("similar schools were not sought: nothing is known of the schools' context");
      return List.of();
    }
    for (String key : study.similarSchools().features()) {
      if (!keys.contains(key)) {
        warnings.add("similar schools are sought without " + key + ", which no school has");
      }
    }
    return SimilarSchools.of(
        data.schools(),
        features.of(keys),
        results,
        shrunken,
        study.similarSchools(),
        study.outcome().confidence());
  }

  private Optional<Grouping> grouping(
      SchoolFeatures features, Replicates replicates, Supplier<FinalFit> finalFit) {
    progress.begin("cluster");
    if (study.clusters().isEmpty() && study.contextIndex().isEmpty()) {
      progress.end("not asked for");
      return Optional.empty();
    }
    ClusterSettings settings = study.clusters().orElse(ClusterSettings.defaults());
    FeatureMatrix matrix = features.of(settings.features());
    var grouping =
        SchoolGroups.group(
            matrix,
            new GroupingSettings(
                settings.k().number(),
                settings.restarts(),
                settings.kMax(),
                settings.bootstraps(),
                settings.nullSets(),
                settings.significance(),
                settings.borderlineBelow(),
                study.randomSeed()),
            replicates,
            finalFit.get(),
            naming);
    warnings.addAll(grouping.notes());
    int without = data.schools().size() - grouping.assignments().size();
    if (without > 0) {
      warnings.add(
          without
              + " schools are in no group: they lack "
              + String.join(" or ", settings.features()));
    }
    warnings.addAll(NamingNotes.of(matrix.features(), GroupModel.of(grouping), naming));
    progress.end(
        grouping.assignments().size() + " schools in " + grouping.centres().size() + " groups");
    return Optional.of(grouping);
  }

  private GroupHistory history(Grouping grouping, YearlyFeatures yearly) {
    var model = GroupModel.of(grouping);
    return new GroupHistory(
        naming.earlier(model),
        naming.moves(model),
        GroupTransitions.of(model, yearly.of(model.keys())));
  }
}
