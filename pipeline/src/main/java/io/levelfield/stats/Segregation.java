package io.levelfield.stats;

import java.util.Arrays;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * How unevenly pupils of one kind are spread over schools, beside all others.
 *
 * @see <a href="https://doi.org/10.2307/2088328">Duncan, Duncan (1955), A methodological analysis
 *     of segregation indexes</a>
 * @see "Theil (1972), Statistical decomposition analysis, chapter 2"
 */
public final class Segregation {
  private final double[] some;
  private final double[] all;
  private final double ofKind;
  private final double pupils;

  /**
   * @param some pupils of the kind in each school, from 0 to its pupils; shares of them may make it
   *     broken
   * @param all pupils of each school, more than 0
   * @throws IllegalArgumentException if these are not so
   */
  public Segregation(double[] some, double[] all) {
    if (some.length != all.length) {
      throw new IllegalArgumentException(some.length + " and " + all.length + " schools");
    }
    for (int i = 0; i < all.length; i++) {
      if (!(all[i] > 0 && some[i] >= 0 && some[i] <= all[i])) {
        throw new IllegalArgumentException(some[i] + " of " + all[i] + " pupils");
      }
    }
    this.some = some.clone();
    this.all = all.clone();
    ofKind = Arrays.stream(some).sum();
    pupils = Arrays.stream(all).sum();
  }

  /** Whether pupils of both kinds are there, without which there is nothing to tell. */
  public boolean isDefined() {
    return ofKind > 0 && ofKind < pupils;
  }

  /** Share of pupils of the kind among all, 0 to 1. */
  public double share() {
    return ofKind / pupils;
  }

  /**
   * Duncan's index of dissimilarity, 0 to 1: the share of the pupils of either kind who would have
   * to change school for all schools to be alike. D = ½ Σ |a/A - b/B|.
   */
  public double duncan() {
    double sum = 0;
    for (int i = 0; i < all.length; i++) {
      sum += Math.abs(some[i] / ofKind - (all[i] - some[i]) / (pupils - ofKind));
    }
    return sum / 2;
  }

  /** Theil's H, 0 to 1: by how much schools are less mixed than all pupils together. */
  public double theil() {
    double mixed = entropy(share());
    double sum = 0;
    for (int i = 0; i < all.length; i++) {
      sum += all[i] / pupils * (mixed - entropy(some[i] / all[i]));
    }
    return sum / mixed;
  }

  /**
   * The part of Theil's H that lies between groups of schools, such as towns and villages; the rest
   * lies between the schools of a group.
   *
   * @param groups the group of each school, numbered from 0
   */
  public double theilBetween(int[] groups) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    double[] a = new double[count];
    double[] t = new double[count];
    for (int i = 0; i < groups.length; i++) {
      a[groups[i]] += some[i];
      t[groups[i]] += all[i];
    }
    return new Segregation(a, t).theil();
  }

  /**
   * Duncan's D to expect if as many pupils of the kind were spread over schools of these sizes by
   * chance alone. A school's share then is hypergeometric, whose mean deviation has a closed form
   * like that of the binomial distribution. Of more than some 2·10⁹ pupils it is taken as normal.
   *
   * @param ofKind pupils of the kind, more than 0 and fewer than all
   * @param sizes pupils of each school
   * @see <a href="https://doi.org/10.1214/ss/1177011699">Diaconis, Zabell (1991), Closed form
   *     summation for classical distributions</a>
   */
  public static double expectedDuncan(long ofKind, long[] sizes) {
    long pupils = Arrays.stream(sizes).sum();
    double sum = 0;
    for (long size : sizes) {
      sum +=
          pupils <= Integer.MAX_VALUE
              ? meanDeviation((int) pupils, (int) ofKind, (int) size)
              : normalMeanDeviation((double) pupils, (double) ofKind, (double) size);
    }
    return sum * pupils / (2.0 * ofKind * (pupils - ofKind));
  }

  private static double meanDeviation(int pupils, int ofKind, int size) {
    int above = (int) ((long) size * ofKind / pupils) + 1;
    return above > Math.min(size, ofKind)
        ? 0
        : 2.0
            * above
            * ((double) pupils - ofKind - size + above)
            / pupils
            * new HypergeometricDistribution(pupils, ofKind, size).probability(above);
  }

  /** √(2/π) of the hypergeometric standard deviation. */
  private static double normalMeanDeviation(double pupils, double ofKind, double size) {
    double share = ofKind / pupils;
    double variance = size * share * (1 - share) * (pupils - size) / (pupils - 1);
    return Math.sqrt(2 / Math.PI * variance);
  }

  private static double entropy(double share) {
    return share <= 0 || share >= 1
        ? 0
        : -share * Math.log(share) - (1 - share) * Math.log(1 - share);
  }
}
