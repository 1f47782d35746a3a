package io.levelfield.simulate;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.outcome.MeasureModel;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.HierarchicalNormal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run has fitted of its district, put together so that districts like it can be drawn: the
 * same schools with the same numbers of pupils in the same examinations and the same index, whose
 * true levels are drawn anew.
 */
public final class DistrictModel {
  private final Map<String, List<Sitting>> bySchool;
  private final Map<String, Double> index;
  private final Trend trend;
  private Components components;

  private DistrictModel(
      Map<String, List<Sitting>> bySchool, Map<String, Double> index, Trend trend) {
    this.bySchool = bySchool;
    this.index = index;
    this.trend = trend;
  }

  /**
   * Puts together what was fitted.
   *
   * @param current the schools' index
   * @param slopes how a year's changes of schools spread, in the unit of z-scores; absent where the
   *     run cannot tell
   * @param slopeYears the newest years these are of
   */
  public static DistrictModel of(
      Outcomes outcomes,
      List<ContextScore> current,
      Optional<HierarchicalNormal> slopes,
      int slopeYears) {
    Map<Measure, MeasureModel> models = new HashMap<>();
    outcomes.models().forEach(model -> models.put(model.measure(), model));
    Map<Measure, List<OutcomeEstimate>> byMeasure = new TreeMap<>();
    for (OutcomeEstimate estimate : outcomes.estimates()) {
      if (estimate.tally().participants().orElse(0) > 0) {
        byMeasure.computeIfAbsent(estimate.tally().measure(), m -> new ArrayList<>()).add(estimate);
      }
    }
    Map<String, List<Sitting>> bySchool = new TreeMap<>();
    double pupils = 0;
    double units = 0;
    for (Map.Entry<Measure, List<OutcomeEstimate>> measure : byMeasure.entrySet()) {
      Optional<MeasureShape> shape =
          MeasureShape.of(measure.getValue(), models.get(measure.getKey()));
      if (shape.isPresent()) {
        for (OutcomeEstimate estimate : measure.getValue()) {
          var sitting = new Sitting(estimate.tally(), shape.get());
          bySchool
              .computeIfAbsent(estimate.tally().schoolId(), s -> new ArrayList<>())
              .add(sitting);
          pupils += sitting.participants();
          units += sitting.participants() * shape.get().betweenZ();
        }
      }
    }
    bySchool
        .values()
        .forEach(own -> own.sort(Comparator.comparing(sitting -> sitting.tally().key())));
    var trend =
        new Trend(
            slopes, outcomes.year() - (slopeYears - 1) / 2.0, pupils > 0 ? units / pupils : 1);
    return new DistrictModel(bySchool, standardised(current, bySchool), trend);
  }

  private static Map<String, Double> standardised(
      List<ContextScore> current, Map<String, List<Sitting>> bySchool) {
    Map<String, Double> index = new TreeMap<>();
    current.stream()
        .filter(score -> bySchool.containsKey(score.schoolId()))
        .forEach(score -> index.put(score.schoolId(), score.index()));
    double[] values = index.values().stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length < 2 || Descriptive.isConstant(values)) {
      return Map.of();
    }
    double mean = Descriptive.mean(values);
    double sd = Descriptive.sd(values);
    index.replaceAll((school, value) -> (value - mean) / sd);
    return index;
  }

  /** Results of pupils in a district; 0 where nothing could be drawn. */
  public long results() {
    return all().mapToLong(Sitting::participants).sum();
  }

  /** Whether a district would have results of the year. */
  public boolean covers(int year) {
    return all().anyMatch(sitting -> sitting.year() == year);
  }

  /** Whether true shares below the minimum can be drawn. */
  public boolean counts() {
    return all().anyMatch(s -> s.shape().counts() && s.tally().belowMinimum().isPresent());
  }

  private Stream<Sitting> all() {
    return bySchool.values().stream().flatMap(List::stream);
  }

  /** What levels are made of; fitted when it is first asked for. */
  synchronized Components components() {
    if (components == null) {
      components = ComponentFit.of(bySchool, index, trend);
    }
    return components;
  }

  /**
   * Draws a district.
   *
   * @param seed of the study
   * @param number the same number gives the same district
   */
  public DrawnDistrict draw(long seed, int number) {
    List<ResultTally> observed = new ArrayList<>();
    List<ResultTally> lasting = new ArrayList<>();
    List<ResultTally> shares = new ArrayList<>();
    Components parts = components();
    double trendSd = SchoolDraw.trendSd(trend, seed, number);
    bySchool.forEach(
        (school, sittings) -> {
          var drawn =
              new SchoolDraw(
                  parts,
                  trend,
                  trendSd,
                  Optional.ofNullable(index.get(school)),
                  SchoolDraw.stream(seed, number, school));
          for (Sitting sitting : sittings) {
            SchoolDraw.Level level = drawn.level(sitting);
            OptionalDouble below = level.below(sitting);
            observed.add(drawn.sat(sitting, level, below));
            level.lasting(sitting).ifPresent(lasting::add);
            below.ifPresent(share -> shares.add(sitting.ofShare(share)));
          }
        });
    return new DrawnDistrict(observed, lasting, shares);
  }
}
