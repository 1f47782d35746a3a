package io.levelfield.context;

import io.levelfield.model.ContextModel;
import io.levelfield.model.Passport;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The weights of one variant of the index, and how they were found.
 *
 * <p>The index of a school puts its normalised indicators together under these weights. Where some
 * are unknown, the weights of the others are scaled up so that their absolute sum stays.
 */
final class Weighting {
  private final ContextModel model;
  private final List<IndicatorScale> scales;
  private final Aggregation aggregation;
  private final double[] weights;
  private final OptionalDouble[] loadings;
  private final OptionalDouble[] coefficients;
  private final OptionalDouble[] standardErrors;

  private Weighting(
      ContextModel model, List<IndicatorScale> scales, Aggregation aggregation, double[] weights) {
    this.model = model;
    this.scales = List.copyOf(scales);
    this.aggregation = aggregation;
    this.weights = weights;
    loadings = empty(weights.length);
    coefficients = empty(weights.length);
    standardErrors = empty(weights.length);
  }

  private static OptionalDouble[] empty(int length) {
    OptionalDouble[] empty = new OptionalDouble[length];
    Arrays.fill(empty, OptionalDouble.empty());
    return empty;
  }

  /** Weights that were given. */
  static Weighting given(
      ContextModel model, List<IndicatorScale> scales, Aggregation aggregation, double[] weights) {
    return new Weighting(model, scales, aggregation, weights.clone());
  }

  /** Weights that are loadings of a principal component on oriented z-scores. */
  static Weighting ofComponent(ContextModel model, double[] weights, List<IndicatorScale> scales) {
    var weighting = new Weighting(model, scales, Aggregation.ARITHMETIC, weights.clone());
    for (int j = 0; j < weights.length; j++) {
      weighting.loadings[j] = OptionalDouble.of(weights[j] * scales.get(j).sign());
    }
    return weighting;
  }

  /** Weights from a regression of results on the indicators in their own units. */
  static Weighting ofRegression(
      ContextModel model,
      double[] weights,
      List<IndicatorScale> scales,
      double[] coefficients,
      double[] standardErrors) {
    var weighting = new Weighting(model, scales, Aggregation.ARITHMETIC, weights.clone());
    for (int j = 0; j < weights.length; j++) {
      weighting.coefficients[j] = OptionalDouble.of(coefficients[j]);
      weighting.standardErrors[j] = OptionalDouble.of(standardErrors[j]);
    }
    return weighting;
  }

  ContextModel model() {
    return model;
  }

  String variant() {
    return model.variant();
  }

  double weight(int indicator) {
    return weights[indicator];
  }

  OptionalDouble loading(int indicator) {
    return loadings[indicator];
  }

  OptionalDouble coefficient(int indicator) {
    return coefficients[indicator];
  }

  OptionalDouble standardError(int indicator) {
    return standardErrors[indicator];
  }

  /** What each indicator adds to a school's index; absent for one that is unknown. */
  OptionalDouble[] contributions(Passport passport) {
    return Arrays.stream(parts(passport))
        .mapToObj(part -> Double.isNaN(part) ? OptionalDouble.empty() : OptionalDouble.of(part))
        .toArray(OptionalDouble[]::new);
  }

  /** A school's index under these weights. */
  double index(Passport passport) {
    return Aggregator.index(aggregation, parts(passport));
  }

  private double[] parts(Passport passport) {
    double[] values =
        scales.stream().mapToDouble(s -> s.oriented(passport).orElse(Double.NaN)).toArray();
    return Aggregator.contributions(aggregation, values, weights);
  }
}
