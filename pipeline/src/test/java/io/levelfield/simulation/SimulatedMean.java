package io.levelfield.simulation;

import java.util.Locale;

/** A mean over simulated districts, with the simulation's own error. */
final class SimulatedMean {
  private long of;
  private double sum;
  private double squares;

  void add(double value) {
    of++;
    sum += value;
    squares += value * value;
  }

  double mean() {
    return sum / of;
  }

  /** Its standard error. */
  double error() {
    return Math.sqrt((squares / of - mean() * mean()) / (of - 1));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%+.3f ± %.3f", mean(), error());
  }
}
