package io.levelfield.support.indicators;

import io.levelfield.model.support.IndicatorValue.Figure;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Interval;
import io.levelfield.stats.WilsonInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is said of an indicator in a year.
 *
 * @param told where the figure comes from, or why there is none
 */
record Answer(Optional<Figure> figure, Message told) {

  /** No figure, and why. */
  static Answer lacking(Message why) {
    return new Answer(Optional.empty(), why);
  }

  /** A fact, known by a document. */
  static Answer fact(boolean holds, Message told) {
    return new Answer(
        Optional.of(
            new Figure(holds ? 1 : 0, 1, OptionalDouble.empty(), OptionalDouble.empty(), 1)),
        told);
  }

  /** A share with its Wilson interval. */
  static Answer share(
      long numerator, long denominator, double completeness, double confidence, Message told) {
    Interval interval = WilsonInterval.of(numerator, denominator, confidence);
    return new Answer(
        Optional.of(
            new Figure(
                numerator,
                denominator,
                OptionalDouble.of(interval.low()),
                OptionalDouble.of(interval.high()),
                completeness)),
        told);
  }
}
