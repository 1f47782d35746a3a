package io.levelfield.context;

import io.levelfield.model.ContextModel;
import io.levelfield.model.Passport;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The weights of one variant of the index, and how they were found.
 *
 * <p>The index of a school is the sum over its indicators of weight times oriented z-score. Where
 * some are unknown, the weights of the others are scaled up so that their absolute sum stays.
 */
final class Weighting {
  private final ContextModel model;
  private final double[] weights;
  private final OptionalDouble[] loadings;
  private final OptionalDouble[] coefficients;
  private final OptionalDouble[] standardErrors;

  private Weighting(ContextModel model, double[] weights) {
    this.model = model;
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
  static Weighting given(ContextModel model, double[] weights) {
    return new Weighting(model, weights.clone());
  }

  /** Weights that are loadings of a principal component on oriented z-scores. */
  static Weighting ofComponent(ContextModel model, double[] weights, List<IndicatorScale> scales) {
    var weighting = new Weighting(model, weights.clone());
    for (int j = 0; j < weights.length; j++) {
      weighting.loadings[j] = OptionalDouble.of(weights[j] * scales.get(j).sign());
    }
    return weighting;
  }

  /** Weights from a regression of results on the indicators in their own units. */
  static Weighting ofRegression(
      ContextModel model, double[] weights, double[] coefficients, double[] standardErrors) {
    var weighting = new Weighting(model, weights.clone());
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

  /**
   * What each indicator adds to a school's index; absent for one that is unknown.
   *
   * @param scales the indicators in the order of the weights
   */
  OptionalDouble[] contributions(Passport passport, List<IndicatorScale> scales) {
    double all = 0;
    double known = 0;
    for (int j = 0; j < weights.length; j++) {
      all += Math.abs(weights[j]);
      known += passport.value(scales.get(j).key()).isPresent() ? Math.abs(weights[j]) : 0;
    }
    // Complete passports must not be rescaled by a rounding error.
    double scale = known == all || known == 0 ? 1 : all / known;
    OptionalDouble[] contributions = empty(weights.length);
    for (int j = 0; j < weights.length; j++) {
      OptionalDouble z = scales.get(j).oriented(passport);
      if (z.isPresent()) {
        contributions[j] = OptionalDouble.of(scale * weights[j] * z.getAsDouble());
      }
    }
    return contributions;
  }

  /** A school's index under these weights. */
  double index(Passport passport, List<IndicatorScale> scales) {
    return Arrays.stream(contributions(passport, scales))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .sum();
  }
}
