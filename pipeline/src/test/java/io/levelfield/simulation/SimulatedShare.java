package io.levelfield.simulation;

import java.util.Locale;

/**
 * How often something held in simulated districts, with the simulation's own error.
 *
 * @param held how often
 * @param of how often it was asked
 */
record SimulatedShare(long held, long of) {

  static SimulatedShare none() {
    return new SimulatedShare(0, 0);
  }

  SimulatedShare plus(boolean holds) {
    return new SimulatedShare(held + (holds ? 1 : 0), of + 1);
  }

  SimulatedShare plus(SimulatedShare other) {
    return new SimulatedShare(held + other.held, of + other.of);
  }

  double value() {
    return (double) held / of;
  }

  /** Of a binomial share; cases of one district may go together, so it is a lower bound. */
  double error() {
    return Math.sqrt(value() * (1 - value()) / of);
  }

  @Override
  public String toString() {
    return of == 0
        ? "none"
        : String.format(Locale.ROOT, "%.3f ± %.3f (of %d)", value(), error(), of);
  }
}
