package io.levelfield.stats;

/** Quantiles of a sample. */
public final class Quantile {
  private Quantile() {}

  /**
   * The quantile by linear interpolation between order statistics.
   *
   * @param sorted ascending, at least one value
   * @param p 0 to 1
   * @see <a href="https://doi.org/10.2307/2684934">Hyndman, Fan (1996), type 7</a>
   */
  public static double ofSorted(double[] sorted, double p) {
    if (sorted.length == 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("quantile " + p + " of " + sorted.length + " values");
    }
    double place = p * (sorted.length - 1);
    int lower = (int) Math.floor(place);
    int upper = Math.min(lower + 1, sorted.length - 1);
    return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
  }
}
