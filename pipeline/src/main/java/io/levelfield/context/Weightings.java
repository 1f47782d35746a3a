package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.Message;
import io.levelfield.stats.CollinearColumnException;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.PrincipalComponents;
import io.levelfield.stats.RidgeRegression;
import io.levelfield.stats.TooFewObservationsException;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import io.levelfield.study.ContextIndexSettings.Weights;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Finds the weights of each variant from the reference schools. */
final class Weightings {
  /** A regression needs 10 to 15 schools for each indicator. */
  private static final int SCHOOLS_PER_INDICATOR = 10;

  /** Loadings that agree by this much of their squares, from -1 to 1, point one way. */
  private static final double CLEAR = 0.5;

  /** Below this they are as good as divided in halves. */
  private static final double DIVIDED = 0.3;

  /** Standard errors, of a correlation that is none, from which one is told. */
  private static final double ERRORS = 2;

  private final List<IndicatorScale> scales;
  private final List<IndicatorScale> normalised;
  private final Aggregation aggregation;
  private final Map<String, Indicator> indicators;
  private final List<Passport> complete;
  private final Map<String, Double> results;
  private final List<Message> notes = new ArrayList<>();

  /**
   * @param scales z-scores, on which PCA and regression rest
   * @param normalised the indicators as equal and expert weights take them
   * @param aggregation under equal and expert weights
   * @param complete reference passports that know every indicator; PCA and regression rest on them
   * @param results school to result; may be empty
   */
  Weightings(
      List<IndicatorScale> scales,
      List<IndicatorScale> normalised,
      Aggregation aggregation,
      Map<String, Indicator> indicators,
      List<Passport> complete,
      Map<String, Double> results) {
    this.scales = scales;
    this.normalised = normalised;
    this.aggregation = aggregation;
    this.indicators = indicators;
    this.complete = complete;
    this.results = results;
  }

  /**
   * Weights of a variant.
   *
   * @throws InputsRefused if the reference schools do not allow it
   */
  Weighting of(Weights variant) {
    return switch (variant) {
      case EQUAL -> given(variant, scales.stream().mapToDouble(scale -> 1).toArray());
      case EXPERT ->
          given(
              variant,
              scales.stream()
                  .mapToDouble(scale -> indicators.get(scale.key()).weight().orElse(1))
                  .toArray());
      case PCA -> principalComponent();
      case REGRESSION -> regression();
      case RIDGE -> ridge();
      case ENTROPY -> given(variant, DataWeights.entropy(bounded(variant)));
      case CRITIC -> given(variant, DataWeights.critic(bounded(variant)));
    };
  }

  static String name(Weights variant) {
    return variant.name().toLowerCase(Locale.ROOT);
  }

  private Weighting given(Weights variant, double[] raw) {
    double sum = Arrays.stream(raw).sum();
    return Weighting.given(
        model(variant, complete.size()),
        normalised,
        aggregation,
        Arrays.stream(raw).map(weight -> weight / sum).toArray());
  }

  /** Complete passports with every indicator from 0 to 1, the favourable side up. */
  private double[][] bounded(Weights variant) {
    if (complete.size() < 2) {
      throw new InputsRefused(
          Message.of("context.weights-need-two", name(variant), complete.size()));
    }
    List<IndicatorScale> unit =
        scales.stream()
            .map(s -> IndicatorScale.of(s.key(), s.sign(), Normalisation.MIN_MAX, complete))
            .toList();
    return oriented(unit, complete);
  }

  private static double[][] oriented(List<IndicatorScale> scales, List<Passport> passports) {
    return passports.stream()
        .map(p -> scales.stream().mapToDouble(s -> s.oriented(p).orElseThrow()).toArray())
        .toArray(double[][]::new);
  }

  private static ContextModel model(Weights variant, int schools) {
    return new ContextModel(
        name(variant),
        schools,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /**
   * First principal component of the indicators' correlations; its score's variance is its
   * eigenvalue.
   */
  private Weighting principalComponent() {
    if (complete.size() <= scales.size()) {
      throw new InputsRefused(Message.of("context.pca-needs", complete.size(), scales.size()));
    }
    double[][] z = oriented(scales, complete);
    var components = PrincipalComponents.ofCorrelations(Correlation.matrix(z));
    double[] loadings = favourable(components.loadings(0), z);
    return Weighting.ofComponent(
        new ContextModel(
            name(Weights.PCA),
            complete.size(),
            OptionalDouble.of(components.eigenvalues()[0]),
            OptionalDouble.of(components.explained()[0]),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()),
        loadings,
        scales);
  }

  /**
   * Turns the component to the favourable side. Oriented z-scores all point there, so loadings say
   * which it is, each with its square for a weight; where they are divided, results say it.
   *
   * @throws InputsRefused if neither does
   */
  private double[] favourable(double[] loadings, double[][] z) {
    double agreement = Arrays.stream(loadings).map(loading -> loading * Math.abs(loading)).sum();
    double sign = Math.signum(agreement);
    if (Math.abs(agreement) < CLEAR) {
      double r = withResults(loadings, z);
      if (r != 0) {
        sign = Math.signum(r);
        notes.add(Message.of("context.pca-by-results", (1 + Math.abs(agreement)) / 2, Math.abs(r)));
      } else if (Math.abs(agreement) < DIVIDED) {
        throw new InputsRefused(Message.of("context.pca-divided", (1 + Math.abs(agreement)) / 2));
      }
    }
    double turn = sign;
    return Arrays.stream(loadings).map(loading -> turn * loading).toArray();
  }

  /** Correlation of the component with results; 0 where it may be chance. */
  private double withResults(double[] loadings, double[][] z) {
    int[] known =
        IntStream.range(0, z.length)
            .filter(i -> results.containsKey(complete.get(i).schoolId()))
            .toArray();
    double[] y =
        Arrays.stream(known).mapToDouble(i -> results.get(complete.get(i).schoolId())).toArray();
    double[] scores =
        Arrays.stream(known)
            .mapToDouble(
                i ->
                    IntStream.range(0, loadings.length)
                        .mapToDouble(j -> loadings[j] * z[i][j])
                        .sum())
            .toArray();
    if (known.length < 3 || Descriptive.isConstant(y) || Descriptive.isConstant(scores)) {
      return 0;
    }
    double r = Correlation.pearson(scores, y);
    return Math.abs(r) >= ERRORS / Math.sqrt(known.length) ? r : 0;
  }

  /**
   * Regression of results on the indicators; the index is the predicted result in standard
   * deviations of the result (Ястребов, Пинская, Косарецкий 2014 use the coefficients so).
   */
  private Weighting regression() {
    List<Passport> used = withResults(Weights.REGRESSION);
    double[] y = used.stream().mapToDouble(p -> results.get(p.schoolId())).toArray();
    double[][] x =
        used.stream()
            .map(p -> scales.stream().mapToDouble(s -> p.value(s.key()).orElseThrow()).toArray())
            .toArray(double[][]::new);
    LeastSquares fit;
    try {
      fit = LeastSquares.fit(x, y);
    } catch (TooFewObservationsException e) {
      throw new InputsRefused(
          Message.of("context.regression-needs", scales.size() + 2, used.size()), e);
    } catch (CollinearColumnException e) {
      throw new InputsRefused(
          Message.of("context.regression-collinear", scales.get(e.column()).key()), e);
    }
    double[] coefficients = Arrays.copyOfRange(fit.coefficients(), 1, scales.size() + 1);
    double[] errors = Arrays.copyOfRange(fit.standardErrors(), 1, scales.size() + 1);
    double sdOfResults = Descriptive.sd(y);
    double[] weights = new double[scales.size()];
    for (int j = 0; j < weights.length; j++) {
      IndicatorScale scale = scales.get(j);
      weights[j] = coefficients[j] * scale.sd() * scale.sign() / sdOfResults;
    }
    return Weighting.ofRegression(
        new ContextModel(
            name(Weights.REGRESSION),
            used.size(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(fit.rSquared()),
            OptionalDouble.of(fit.adjustedRSquared()),
            OptionalDouble.of(fit.coefficients()[0]),
            OptionalDouble.of(fit.residualSd())),
        weights,
        scales,
        coefficients,
        errors);
  }

  /** The same with coefficients drawn towards 0, which few schools or kindred indicators need. */
  private Weighting ridge() {
    List<Passport> used = withResults(Weights.RIDGE);
    double[] y = used.stream().mapToDouble(p -> results.get(p.schoolId())).toArray();
    if (used.size() < 3 || Descriptive.isConstant(y)) {
      throw new InputsRefused(Message.of("context.ridge-needs", used.size()));
    }
    RidgeRegression fit = RidgeRegression.fit(oriented(scales, used), y);
    double sdOfResults = Descriptive.sd(y);
    return Weighting.ofRidge(
        new ContextModel(
            name(Weights.RIDGE),
            used.size(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(fit.penalty()),
            OptionalDouble.of(fit.rSquared()),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()),
        Arrays.stream(fit.coefficients()).map(beta -> beta / sdOfResults).toArray(),
        scales);
  }

  private List<Passport> withResults(Weights variant) {
    List<Passport> used = complete.stream().filter(p -> results.containsKey(p.schoolId())).toList();
    if (variant == Weights.REGRESSION && used.size() < SCHOOLS_PER_INDICATOR * scales.size()) {
      notes.add(
          Message.of(
              "context.regression-rests-on-few",
              used.size(),
              scales.size(),
              SCHOOLS_PER_INDICATOR));
    }
    return used;
  }

  List<Message> notes() {
    return List.copyOf(notes);
  }
}
