package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import io.levelfield.study.Scale;
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

  /** Turn what aggregation gives into the study's scale. */
  private double shift;

  private double stretch = 1;

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

  /** Weights from a penalised regression of results on oriented z-scores. */
  static Weighting ofRidge(ContextModel model, double[] weights, List<IndicatorScale> scales) {
    return new Weighting(model, scales, Aggregation.ARITHMETIC, weights.clone());
  }

  /**
   * Gives the index in the study's numbers.
   *
   * @param reference schools that have the scale's mean and standard deviation
   * @throws InputsRefused if the index is the same in all of them
   */
  void scaleTo(Scale scale, List<Passport> reference) {
    double[] index = reference.stream().mapToDouble(this::index).toArray();
    if (Descriptive.isConstant(index)) {
      throw new InputsRefused(Message.of("context.index-same"));
    }
    stretch = scale.sd() / Descriptive.sd(index);
    shift = scale.mean() - stretch * Descriptive.mean(index);
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

  /**
   * What each indicator adds to a school's index, but for a constant of the scale; under geometric
   * aggregation, to the logarithm of the index before it is scaled. Absent for an unknown one.
   */
  OptionalDouble[] contributions(Passport passport) {
    double unit = aggregation == Aggregation.GEOMETRIC ? 1 : stretch;
    return Arrays.stream(parts(passport))
        .mapToObj(
            part -> Double.isNaN(part) ? OptionalDouble.empty() : OptionalDouble.of(unit * part))
        .toArray(OptionalDouble[]::new);
  }

  /** A school's index under these weights. */
  double index(Passport passport) {
    return shift + stretch * Aggregator.index(aggregation, parts(passport));
  }

  /** A school's index if an indicator were not known; in the numbers of aggregation. */
  double without(int indicator, Passport passport) {
    double[] values = values(passport);
    values[indicator] = Double.NaN;
    return Aggregator.index(aggregation, Aggregator.contributions(aggregation, values, weights));
  }

  private double[] parts(Passport passport) {
    return Aggregator.contributions(aggregation, values(passport), weights);
  }

  private double[] values(Passport passport) {
    return scales.stream().mapToDouble(s -> s.oriented(passport).orElse(Double.NaN)).toArray();
  }
}
