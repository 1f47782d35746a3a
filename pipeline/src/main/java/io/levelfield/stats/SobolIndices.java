package io.levelfield.stats;

import java.util.Arrays;

/**
 * Sobol's variance-based sensitivity indices: the share of an output's variance that one input
 * accounts for, alone (first) and with its interplay with others (total). The estimators are those
 * of table 2, (b) and (f), in A. Saltelli et al., Computer Physics Communications 181 (2010).
 *
 * @param first not bounded to 0..1, being an estimate
 * @param total likewise
 */
public record SobolIndices(Estimate first, Estimate total) {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final int RESAMPLES = 500;

  /**
   * An estimate with the 5th and the 95th percentile over resamples of the draws.
   *
   * @param value of all draws
   * @param low of resamples
   * @param high of resamples
   */
  public record Estimate(double value, double low, double high) {}

  /**
   * Estimates an input's indices.
   *
   * @param a output of draws of all inputs
   * @param b output of as many other draws
   * @param swapped output of the draws of {@code a} with this input as in {@code b}
   * @param seed of the resamples
   * @return zeros if the output never changes
   */
  public static SobolIndices of(double[] a, double[] b, double[] swapped, long seed) {
    int[] all = new int[a.length];
    Arrays.setAll(all, i -> i);
    double[] whole = indices(a, b, swapped, all);
    double[] firsts = new double[RESAMPLES];
    double[] totals = new double[RESAMPLES];
    int[] chosen = new int[a.length];
    for (int r = 0; r < RESAMPLES; r++) {
      RandomStream random = RandomStream.at(seed, r);
      Arrays.setAll(chosen, i -> random.nextInt(chosen.length));
      double[] resampled = indices(a, b, swapped, chosen);
      firsts[r] = resampled[0];
      totals[r] = resampled[1];
    }
    return new SobolIndices(estimate(whole[0], firsts), estimate(whole[1], totals));
  }

  private static Estimate estimate(double value, double[] resamples) {
    Arrays.sort(resamples);
    return new Estimate(
        value, Quantile.ofSorted(resamples, LOW), Quantile.ofSorted(resamples, HIGH));
  }

  private static double[] indices(double[] a, double[] b, double[] swapped, int[] chosen) {
    double mean = 0;
    for (int i : chosen) {
      mean += (a[i] + b[i]) / (2.0 * chosen.length);
    }
    double variance = 0;
    double first = 0;
    double total = 0;
    for (int i : chosen) {
      variance += (square(a[i] - mean) + square(b[i] - mean)) / (2.0 * chosen.length);
      first += (b[i] - mean) * (swapped[i] - a[i]) / chosen.length;
      total += square(a[i] - swapped[i]) / (2.0 * chosen.length);
    }
    return variance > 0 ? new double[] {first / variance, total / variance} : new double[2];
  }

  private static double square(double value) {
    return value * value;
  }
}
