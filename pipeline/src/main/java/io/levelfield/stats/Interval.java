package io.levelfield.stats;

/** A closed interval. */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("[" + low + ", " + high + "] is no interval");
    }
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /**
   * Checks a confidence level where it enters.
   *
   * @throws IllegalArgumentException unless it lies between 0 and 1
   */
  static double requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
    }
    return confidence;
  }
}
