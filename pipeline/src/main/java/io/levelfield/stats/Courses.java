package io.levelfield.stats;

/** Values of units over the same times, and how large each unit was then. */
public final class Courses {
  private final double[][] values;
  private final double[][] sizes;
  private final double[] covariate;

  /**
   * @param values {@code [unit][time]}; any number where there is none
   * @param sizes what the chance of a value lessens with, {@code [unit][time]}; 0 where there is no
   *     value
   * @param covariate one per unit; empty for none
   */
  public Courses(double[][] values, double[][] sizes, double[] covariate) {
    if (values.length != sizes.length
        || (covariate.length > 0 && covariate.length != values.length)) {
      throw new IllegalArgumentException("values, sizes and covariate of different units");
    }
    this.values = values;
    this.sizes = sizes;
    this.covariate = covariate;
  }

  /** How many units there are. */
  public int units() {
    return values.length;
  }

  /** How many times there are. */
  public int times() {
    return values.length == 0 ? 0 : values[0].length;
  }

  /** Whether there is a value. */
  public boolean has(int unit, int time) {
    return sizes[unit][time] > 0;
  }

  /** A value that there is. */
  public double value(int unit, int time) {
    return values[unit][time];
  }

  double size(int unit, int time) {
    return sizes[unit][time];
  }

  boolean hasCovariate() {
    return covariate.length > 0;
  }

  double covariate(int unit) {
    return covariate[unit];
  }
}
