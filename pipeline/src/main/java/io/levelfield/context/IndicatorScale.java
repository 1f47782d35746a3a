package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An indicator's scale over the reference schools, and its value made comparable with others',
 * turned to the favourable side.
 *
 * @param key the indicator
 * @param sign 1 where more is favourable, -1 where it is unfavourable
 * @param mean over the reference schools, in the indicator's unit
 * @param sd sample standard deviation over them
 * @param known reference schools whose value is known
 * @param normaliser from the indicator's unit to what is aggregated
 */
record IndicatorScale(
    String key, int sign, double mean, double sd, int known, ValueFunction normaliser)
    implements Serializable {

  /**
   * Measures an indicator.
   *
   * @throws InputsRefused if fewer than two schools know it, or it is the same in all
   */
  static IndicatorScale of(
      String key, int sign, Normalisation normalisation, List<Passport> reference) {
    double[] values =
        reference.stream()
            .map(passport -> passport.value(key))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    if (values.length < 2) {
      throw new InputsRefused(
          Message.of("context.known-for-few", key, values.length, reference.size()));
    }
    double sd = Descriptive.sd(values);
    if (Descriptive.isConstant(values)) {
      throw new InputsRefused(Message.of("context.same-everywhere", key, values[0], values.length));
    }
    return new IndicatorScale(
        key,
        sign,
        Descriptive.mean(values),
        sd,
        values.length,
        Normaliser.of(normalisation, key, sign, values));
  }

  /** A passport's normalised value; higher is more favourable. */
  OptionalDouble oriented(Passport passport) {
    OptionalDouble value = passport.value(key);
    return value.isPresent()
        ? OptionalDouble.of(oriented(value.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** The same for a value; NaN stays. */
  double oriented(double value) {
    return Double.isNaN(value) ? value : normaliser.applyAsDouble(value);
  }
}
