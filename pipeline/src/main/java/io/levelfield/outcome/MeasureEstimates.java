package io.levelfield.outcome;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.ShareEstimate;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says of every result how sure it is, by what all schools show in the same measure. */
public final class MeasureEstimates {
  private final List<OutcomeEstimate> estimates;
  private final List<MeasureModel> models;

  private MeasureEstimates(List<OutcomeEstimate> estimates, List<MeasureModel> models) {
    this.estimates = List.copyOf(estimates);
    this.models = List.copyOf(models);
  }

  /** The results with their uncertainty, in the order they came. */
  public List<OutcomeEstimate> estimates() {
    return estimates;
  }

  /** What the estimates of each measure rest on, ordered by measure. */
  public List<MeasureModel> models() {
    return models;
  }

  /**
   * Estimates every measure for itself.
   *
   * @param results ordered by key
   * @param circumstances with which results may go
   * @param shareThreshold true share below the minimum whose probability is asked for
   * @param confidence of intervals, e.g. 0.9
   * @param shrinkage of means
   */
  public static MeasureEstimates of(
      List<OutcomeEstimate> results,
      Circumstances circumstances,
      double shareThreshold,
      double confidence,
      Shrinkage shrinkage) {
    Map<Measure, List<ResultTally>> byMeasure = new TreeMap<>();
    results.forEach(
        e -> byMeasure.computeIfAbsent(e.tally().measure(), m -> new ArrayList<>()).add(e.tally()));
    List<OfMeasure> measures =
        byMeasure.entrySet().parallelStream()
            .map(
                e ->
                    OfMeasure.of(
                        e.getKey(),
                        e.getValue(),
                        circumstances,
                        shareThreshold,
                        confidence,
                        shrinkage))
            .toList();
    Map<TallyKey, ShareEstimate> shares = new HashMap<>();
    Map<TallyKey, MeanEstimate> means = new HashMap<>();
    measures.forEach(m -> shares.putAll(m.shares()));
    measures.forEach(m -> means.putAll(m.means()));
    return new MeasureEstimates(
        results.stream()
            .map(
                e ->
                    e.with(
                        Optional.ofNullable(shares.get(e.tally().key())),
                        Optional.ofNullable(means.get(e.tally().key()))))
            .toList(),
        measures.stream().map(OfMeasure::model).toList());
  }

  /** What one measure tells. */
  private record OfMeasure(
      MeasureModel model, Map<TallyKey, ShareEstimate> shares, Map<TallyKey, MeanEstimate> means) {

    static OfMeasure of(
        Measure measure,
        List<ResultTally> tallies,
        Circumstances circumstances,
        double shareThreshold,
        double confidence,
        Shrinkage shrinkage) {
      var ofShares = new ShrunkenShares(tallies, circumstances, shareThreshold, confidence);
      var ofMeans = new ShrunkenMeans(tallies, circumstances, shrinkage);
      return new OfMeasure(
          new MeasureModel(measure, ofShares.model(), ofMeans.model()),
          ofShares.estimates(),
          ofMeans.estimates());
    }
  }
}
