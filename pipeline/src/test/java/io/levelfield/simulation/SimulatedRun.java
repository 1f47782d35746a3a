package io.levelfield.simulation;

import io.levelfield.cluster.SchoolFeatures;
import io.levelfield.cluster.SimilarSchools;
import io.levelfield.context.SocialContext;
import io.levelfield.identify.Evidence;
import io.levelfield.identify.Identifications;
import io.levelfield.identify.SignsRule;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.outcome.Adjustment;
import io.levelfield.outcome.Circumstances;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.quality.QualityChecks;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the stages make of a simulated district, groups left out. */
record SimulatedRun(
    Outcomes outcomes,
    ContextFindings context,
    AdjustedOutcomes adjusted,
    Neighbourhoods similar,
    Quality quality,
    Labels labels) {
  private static final Quality UNCHECKED =
      new Quality(List.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of());

  /**
   * Runs the stages.
   *
   * @param overrides of the study's settings, as {@code --set} takes them
   */
  static SimulatedRun of(SimulatedDistrict district, String... overrides) {
    return of(district, district.data(), overrides);
  }

  /**
   * Runs the stages on what became of the district's data, quality checks left out.
   *
   * @param data of the same schools
   */
  static SimulatedRun of(SimulatedDistrict district, StudyData data, String... overrides) {
    return run(district, data, false, overrides);
  }

  /** Runs the stages with the checks of inputs, whose doubts bar labels. */
  static SimulatedRun checked(SimulatedDistrict district, StudyData data, String... overrides) {
    return run(district, data, true, overrides);
  }

  private static SimulatedRun run(
      SimulatedDistrict district, StudyData data, boolean checked, String... overrides) {
    Study study = StudyLoader.parse(district.yaml(), List.of(overrides));
    Map<String, Indicator> indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    Outcomes standing = SchoolOutcomes.of(data, study.outcome());
    ContextFindings context =
        SocialContext.of(
            study.contextIndex(),
            data,
            standing,
            study.identify().lowestShares(),
            SignsRule.of(study.identify().unfavourableContext(), indicators.values()),
            Replicates.inThisThread(),
            study.randomSeed());
    Outcomes outcomes =
        SchoolOutcomes.estimated(
            standing,
            new Circumstances(data.schools(), context.scores(), study.outcome().alikeBy()),
            study.outcome());
    AdjustedOutcomes adjusted =
        Adjustment.of(
            outcomes, context, data.passports(), List.copyOf(indicators.keySet()), study.outcome());
    Neighbourhoods similar =
        SimilarSchools.of(
            data,
            outcomes,
            adjusted,
            SchoolFeatures.of(outcomes, context, adjusted, indicators),
            study.similarSchools(),
            study.outcome().confidence());
    Quality quality =
        checked ? QualityChecks.check(data, outcomes, indicators, study.quality()) : UNCHECKED;
    Labels labels =
        Identifications.of(
            new Evidence(
                data.schools(),
                outcomes,
                context,
                adjusted,
                similar,
                quality,
                data.support().staff(),
                Optional.empty(),
                indicators),
            study.identify());
    return new SimulatedRun(outcomes, context, adjusted, similar, quality, labels);
  }

  /**
   * A standard deviation of pooled results in points of the score, on average over examinations.
   */
  double unit() {
    return outcomes.estimates().stream()
        .mapToDouble(estimate -> estimate.unit().orElseThrow())
        .average()
        .orElseThrow();
  }

  /**
   * What schools are beyond what their passports, as they are, let one expect.
   *
   * @param levels true ones, {@code [school]}
   */
  double[] beyondContext(double[] levels) {
    double[][] index = new double[levels.length][1];
    for (ContextScore score : context.current()) {
      index[SimulatedDistrict.number(score.schoolId())][0] = score.index();
    }
    return LeastSquares.fit(index, levels).residuals();
  }

  List<Identification> of(Label label) {
    return labels.identifications().stream().filter(i -> i.label() == label).toList();
  }

  static boolean confirmed(Identification found) {
    return found.flag() && found.strength().equals(Optional.of(Strength.CONFIRMED));
  }
}
