package io.levelfield.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * True shares behind counts of small units, several shares of each: those of a unit with few
 * members are drawn towards the mean of units and towards what its other shares let one expect.
 *
 * <p>On the scale arcsin √p a count x of n has the variance 1/(4n + 2), whatever p, with (x + 3/8)
 * / (n + 3/4) for p (Anscombe, Biometrika 35, 1948). The true values are taken to be multivariate
 * normal over units; {@link NormalShrinkage} tells their variances, and their correlations are
 * those of the observed values freed of the counts' errors. The posterior has the error of the
 * means too.
 */
public final class CompositionPosterior {
  /** Variance of true values, at least: a hundredth of a radian is about one in a hundred. */
  private static final double LEAST_VARIANCE = 1e-4;

  /** Of units too few to tell: that of values spread over the whole scale. */
  private static final double ANY_VARIANCE = 1;

  private static final double MOST_CORRELATION = 0.95;
  private static final double SHRUNK = 0.9;
  private static final double JITTER = 1e-12;

  private final double[] means;
  private final double[] meanVariances;
  private final RealMatrix between;

  private CompositionPosterior(double[] means, double[] meanVariances, RealMatrix between) {
    this.means = means;
    this.meanVariances = meanVariances;
    this.between = between;
  }

  /**
   * Learns how true shares spread over units.
   *
   * @param counts {@code [unit][share]}, NaN where unknown
   * @param totals they are counted of, above 0
   */
  public static CompositionPosterior fit(double[][] counts, double[][] totals) {
    int shares = counts.length == 0 ? 0 : counts[0].length;
    double[] means = new double[shares];
    double[] meanVariances = new double[shares];
    double[] deviations = new double[shares];
    for (int j = 0; j < shares; j++) {
      int share = j;
      int[] known =
          IntStream.range(0, counts.length)
              .filter(i -> isKnown(counts[i][share], totals[i][share]))
              .toArray();
      if (known.length < NormalShrinkage.FEWEST) {
        means[j] = Math.PI / 4;
        meanVariances[j] = ANY_VARIANCE;
        deviations[j] = Math.sqrt(ANY_VARIANCE);
        continue;
      }
      var spread =
          NormalShrinkage.fit(
              Arrays.stream(known)
                  .mapToDouble(i -> angle(counts[i][share], totals[i][share]))
                  .toArray(),
              Arrays.stream(known).mapToDouble(i -> variance(totals[i][share])).toArray());
      means[j] = spread.mean();
      meanVariances[j] = spread.meanVariance();
      deviations[j] = Math.sqrt(Math.max(LEAST_VARIANCE, spread.between()));
    }
    return new CompositionPosterior(
        means, meanVariances, between(counts, totals, means, deviations));
  }

  private static boolean isKnown(double count, double total) {
    return !Double.isNaN(count) && total > 0;
  }

  private static double angle(double count, double total) {
    return Math.asin(Math.sqrt((count + 0.375) / (total + 0.75)));
  }

  private static double variance(double total) {
    return 1 / (4 * total + 2);
  }

  private static RealMatrix between(
      double[][] counts, double[][] totals, double[] means, double[] deviations) {
    int shares = means.length;
    double[][] correlations = new double[shares][shares];
    for (int a = 0; a < shares; a++) {
      correlations[a][a] = 1;
      for (int b = 0; b < a; b++) {
        double products = 0;
        double most = 0;
        for (int i = 0; i < counts.length; i++) {
          if (isKnown(counts[i][a], totals[i][a]) && isKnown(counts[i][b], totals[i][b])) {
            double sdA = Math.hypot(deviations[a], Math.sqrt(variance(totals[i][a])));
            double sdB = Math.hypot(deviations[b], Math.sqrt(variance(totals[i][b])));
            products +=
                (angle(counts[i][a], totals[i][a]) - means[a])
                    * (angle(counts[i][b], totals[i][b]) - means[b])
                    / (sdA * sdB);
            most += deviations[a] * deviations[b] / (sdA * sdB);
          }
        }
        double r = most > 0 ? products / most : 0;
        correlations[a][b] = Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, r));
        correlations[b][a] = correlations[a][b];
      }
    }
    while (shares > 0 && root(MatrixUtils.createRealMatrix(correlations)) == null) {
      shrink(correlations);
    }
    for (int a = 0; a < shares; a++) {
      for (int b = 0; b < shares; b++) {
        correlations[a][b] *= deviations[a] * deviations[b];
      }
    }
    return shares == 0 ? null : MatrixUtils.createRealMatrix(correlations);
  }

  private static void shrink(double[][] correlations) {
    for (int a = 0; a < correlations.length; a++) {
      for (int b = 0; b < correlations.length; b++) {
        correlations[a][b] *= a == b ? 1 : SHRUNK;
      }
    }
  }

  /** The lower triangular root; null where the matrix is not positive definite. */
  private static double[][] root(RealMatrix matrix) {
    try {
      return new CholeskyDecomposition(matrix, JITTER, 0).getL().getData();
    } catch (MathRuntimeException e) {
      return null;
    }
  }

  /**
   * What a unit's counts say of its true shares.
   *
   * @param counts by share, NaN where unknown
   * @param totals by share
   */
  public Posterior of(double[] counts, double[] totals) {
    int[] known =
        IntStream.range(0, counts.length).filter(j -> isKnown(counts[j], totals[j])).toArray();
    if (known.length == 0) {
      return new Posterior(known, new double[0], new double[0][]);
    }
    RealMatrix prior = between.getSubMatrix(known, known);
    RealMatrix all = prior.copy();
    RealMatrix ofMeans = MatrixUtils.createRealMatrix(known.length, known.length);
    double[] apart = new double[known.length];
    for (int a = 0; a < known.length; a++) {
      int j = known[a];
      all.addToEntry(a, a, variance(totals[j]));
      ofMeans.setEntry(a, a, meanVariances[j]);
      apart[a] = angle(counts[j], totals[j]) - means[j];
    }
    RealMatrix gain = prior.multiply(MatrixUtils.inverse(all));
    double[] mean = gain.operate(apart);
    for (int a = 0; a < known.length; a++) {
      mean[a] += means[known[a]];
    }
    RealMatrix left = MatrixUtils.createRealIdentityMatrix(known.length).subtract(gain);
    RealMatrix covariance =
        prior.subtract(gain.multiply(prior)).add(left.multiply(ofMeans).multiplyTransposed(left));
    for (int a = 0; a < known.length; a++) {
      covariance.addToEntry(a, a, JITTER);
      for (int b = 0; b < a; b++) {
        covariance.setEntry(a, b, covariance.getEntry(b, a));
      }
    }
    double[][] root = root(covariance);
    return new Posterior(known, mean, root == null ? independent(covariance) : root);
  }

  /** Where rounding spoils the covariance, each share keeps its own variance. */
  private static double[][] independent(RealMatrix covariance) {
    double[][] root = new double[covariance.getRowDimension()][covariance.getRowDimension()];
    for (int a = 0; a < root.length; a++) {
      root[a][a] = Math.sqrt(Math.max(0, covariance.getEntry(a, a)));
    }
    return root;
  }

  /** True shares of a unit: a mean and a lower triangular root of the covariance, as arcsin √p. */
  public static final class Posterior implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] known;
    private final double[] mean;
    private final double[][] root;

    private Posterior(int[] known, double[] mean, double[][] root) {
      this.known = known;
      this.mean = mean;
      this.root = root;
    }

    /** How many shares are known. */
    public int known() {
      return known.length;
    }

    /** Which share is the first, second … of those known. */
    public int known(int at) {
      return known[at];
    }

    /**
     * A share among {@code known}, given independent standard normal numbers, as many as are known.
     *
     * @param normal not changed
     */
    public double share(int at, double[] normal, int from) {
      double angle = mean[at];
      for (int b = 0; b <= at; b++) {
        angle += root[at][b] * normal[from + b];
      }
      double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
      return sine * sine;
    }
  }
}
