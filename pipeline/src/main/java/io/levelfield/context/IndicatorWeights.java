package io.levelfield.context;

import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.context.IndicatorWeight;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.Descriptive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What each indicator counts for in a weighting. */
final class IndicatorWeights {
  private final List<IndicatorScale> scales;
  private final List<Passport> reference;
  private final Map<String, Double> results;
  private final Map<String, Integer> treated = new HashMap<>();

  IndicatorWeights(
      List<IndicatorScale> scales, PreparedPassports passports, Map<String, Double> results) {
    this.scales = scales;
    this.reference = passports.reference();
    this.results = results;
    int year = reference.get(0).year();
    for (AlteredValue altered : passports.altered()) {
      if (altered.year() == year && altered.value().isPresent()) {
        treated.merge(altered.indicator(), 1, Integer::sum);
      }
    }
  }

  List<IndicatorWeight> of(Weighting weighting) {
    List<IndicatorWeight> weights = new ArrayList<>();
    for (int j = 0; j < scales.size(); j++) {
      IndicatorScale scale = scales.get(j);
      double[] values =
          reference.stream()
              .map(passport -> passport.value(scale.key()))
              .flatMapToDouble(OptionalDouble::stream)
              .toArray();
      OptionalDouble influence = correlation(scale, reference, weighting::index);
      weights.add(
          new IndicatorWeight(
              scale.key(),
              weighting.variant(),
              weighting.weight(j),
              weighting.loading(j),
              weighting.coefficient(j),
              weighting.standardError(j),
              influence.isPresent()
                  ? OptionalDouble.of(influence.getAsDouble() * influence.getAsDouble())
                  : influence,
              correlation(
                  scale,
                  reference.stream().filter(p -> results.containsKey(p.schoolId())).toList(),
                  p -> results.get(p.schoolId())),
              treated.getOrDefault(scale.key(), 0),
              scale.mean(),
              scale.sd(),
              values.length > 2
                  ? OptionalDouble.of(Descriptive.skewness(values))
                  : OptionalDouble.empty(),
              values.length > 3
                  ? OptionalDouble.of(Descriptive.kurtosis(values))
                  : OptionalDouble.empty(),
              scale.known()));
    }
    return weights;
  }

  /** Of the indicator, as it stands, with something else of the schools that know it. */
  private static OptionalDouble correlation(
      IndicatorScale scale, List<Passport> schools, ToDoubleFunction<Passport> other) {
    List<Passport> known = schools.stream().filter(p -> p.value(scale.key()).isPresent()).toList();
    double[] own = known.stream().mapToDouble(p -> p.value(scale.key()).orElseThrow()).toArray();
    double[] others = known.stream().mapToDouble(other).toArray();
    return Descriptive.isConstant(own) || Descriptive.isConstant(others)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Correlation.pearson(own, others));
  }
}
