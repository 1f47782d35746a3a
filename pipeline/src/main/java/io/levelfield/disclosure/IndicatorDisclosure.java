package io.levelfield.disclosure;

import io.levelfield.model.disclosure.PublicIndicator;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.model.support.ProgrammeIndicator.Kind;
import io.levelfield.study.PublicSettings;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What may be shown of the programme's indicators. Those that count schools are shown as they are.
 * Of those that count pupils or teachers only the share is shown, in whole per cent: denominators
 * of some are numerators of others, and without counts nothing can be subtracted.
 */
final class IndicatorDisclosure {
  /** Indicators whose numerator counts people. */
  static final Set<ProgrammeIndicator> OF_PEOPLE =
      EnumSet.of(
          ProgrammeIndicator.BEST_RESULT,
          ProgrammeIndicator.TRAINED,
          ProgrammeIndicator.GREW,
          ProgrammeIndicator.IN_ASSOCIATION,
          ProgrammeIndicator.SUPPLEMENTARY,
          ProgrammeIndicator.RISK_GROUP);

  private static final double PER_CENT = 100;

  private IndicatorDisclosure() {}

  static PublicIndicator of(IndicatorValue value, PublicSettings settings) {
    if (value.figure().isEmpty()) {
      return shown(value, OptionalDouble.empty());
    }
    Figure figure = value.figure().get();
    if (value.indicator().kind() == Kind.FACT || !OF_PEOPLE.contains(value.indicator())) {
      return shown(value, OptionalDouble.of(figure.value()));
    }
    if (figure.denominator() < settings.minimumN()) {
      return hidden(value, OptionalDouble.empty(), OptionalDouble.empty());
    }
    double bound = BelowCounts.bound(figure.denominator(), settings);
    if (figure.numerator() < settings.hideBelow()) {
      return hidden(value, OptionalDouble.empty(), OptionalDouble.of(bound));
    }
    if (figure.denominator() - figure.numerator() < settings.hideBelow()) {
      return hidden(value, OptionalDouble.of(1 - bound), OptionalDouble.empty());
    }
    return shown(value, OptionalDouble.of(Math.round(figure.value() * PER_CENT) / PER_CENT));
  }

  private static PublicIndicator shown(IndicatorValue value, OptionalDouble shown) {
    return new PublicIndicator(
        value.indicator(),
        value.year(),
        shown,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        value.target(),
        Optional.of(value.status()),
        false);
  }

  private static PublicIndicator hidden(
      IndicatorValue value, OptionalDouble atLeast, OptionalDouble atMost) {
    return new PublicIndicator(
        value.indicator(),
        value.year(),
        OptionalDouble.empty(),
        atLeast,
        atMost,
        value.target(),
        Optional.empty(),
        true);
  }
}
