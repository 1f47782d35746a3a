package io.levelfield.quality;

import io.levelfield.stats.Descriptive;
import io.levelfield.stats.NormalTail;
import java.util.List;

/**
 * Differences that neither sampling nor what is usual among schools explains. A difference varies
 * by its own sampling error and by a spread that all share; the spread is told from the median
 * absolute deviation, which a few wrong differences do not move (Huber, Robust Statistics, 1981,
 * ch. 5), less the sampling error of a typical difference.
 */
final class UnusualDifferences {
  /**
   * Fewer differences do not tell what is usual: of eight a wrong one is at most an eighth, and the
   * median absolute deviation still is that of the others.
   */
  static final int LEAST = 8;

  /** Ratio of a normal distribution's standard deviation to its median absolute deviation. */
  private static final double NORMAL = 1.4826;

  private final double centre;
  private final double spread;
  private final double reach;
  private final boolean told;

  /** A difference and the variance of its sampling error, 0 where it is not known. */
  record Difference(double value, double errorVariance) {}

  /**
   * @param all every school's
   * @param falseAlarm chance that any usual one of them is called unusual, both sides together
   */
  UnusualDifferences(List<Difference> all, double falseAlarm) {
    told = all.size() >= LEAST;
    double[] values = all.stream().mapToDouble(Difference::value).toArray();
    centre = told ? Descriptive.median(values) : 0;
    double robust =
        told
            ? NORMAL
                * Descriptive.median(
                    all.stream().mapToDouble(d -> Math.abs(d.value() - centre)).toArray())
            : 0;
    double error =
        told
            ? Descriptive.median(all.stream().mapToDouble(Difference::errorVariance).toArray())
            : 0;
    spread = Math.max(0, robust * robust - error);
    // Bonferroni over all differences and both sides.
    reach = told ? NormalTail.quantile(1 - falseAlarm / (2.0 * all.size())) : 0;
  }

  /** Whether the difference lies above all that is usual. */
  boolean above(Difference difference) {
    return told && sigmas(difference) > reach;
  }

  /** Whether sampling alone does not explain how far above the usual one the difference lies. */
  boolean beyondSampling(Difference difference) {
    return told && difference.value() - centre > reach * Math.sqrt(difference.errorVariance());
  }

  /** Whether it lies above or below all that is usual. */
  boolean outside(Difference difference) {
    return told && Math.abs(sigmas(difference)) > reach;
  }

  /** How many standard deviations the difference is from the usual one; 0 where none vary. */
  double sigmas(Difference difference) {
    double sd = Math.sqrt(spread + difference.errorVariance());
    return sd == 0 ? 0 : (difference.value() - centre) / sd;
  }
}
