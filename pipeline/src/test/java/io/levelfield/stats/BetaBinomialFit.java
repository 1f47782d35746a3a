package io.levelfield.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * How true shares spread over schools: x of n pupils are binomial in each, and the true shares
 * follow Beta(μM, (1-μ)M). The mean μ and the concentration M are those of maximum likelihood.
 *
 * <p>For a given M the likelihood is concave in μ, so μ is found by its score alone, and the search
 * is over M. Where shares differ no more than pupils drawn at random would let them, the likelihood
 * rises with M without end; M is then {@link #HOMOGENEOUS} and every share shrinks to the mean. So
 * it is with a single school, with equal shares, where nobody or everybody is below, and where
 * every school has one pupil.
 *
 * <p>The distribution is Skellam's (J. R. Stat. Soc. B 10, 1948, 257-261). The likelihood is
 * summed, as in Smith's Algorithm AS 189 (Applied Statistics 32, 1983, 196-204), over the numbers
 * of schools with more than k pupils below, not below and in all: it costs the largest school's
 * pupils, however many schools there are.
 */
public final class BetaBinomialFit {
  /** The concentration that stands for "schools do not differ". */
  public static final double HOMOGENEOUS = 1e6;

  /** The concentration that stands for "in each school all or nobody". */
  private static final double POLARISED = 1e-3;

  private static final int STEPS = 54;
  private static final int MAX_EVALUATIONS = 200;

  /** Rises of the log-likelihood below this are rounding. */
  private static final double FLAT = 1e-9;

  // Schools with more than k pupils below, not below, in all.
  private final double[] below;
  private final double[] above;
  private final double[] all;
  private final int schools;
  private final long pupils;

  private final double mean;
  private final double concentration;
  private final double logLikelihood;

  private BetaBinomialFit(long[] x, long[] n) {
    below = countsAbove(x);
    above = countsAbove(notBelow(x, n));
    all = countsAbove(n);
    schools = (int) Arrays.stream(n).filter(size -> size > 0).count();
    pupils = Arrays.stream(n).sum();
    concentration = bestConcentration();
    mean = meanGiven(concentration);
    logLikelihood = logLikelihood(mean, concentration);
  }

  /**
   * Fits the shares of schools; schools without pupils say nothing.
   *
   * @param x pupils below the minimum, {@code [school]}
   * @param n pupils, {@code [school]}
   * @throws IllegalArgumentException unless 0 &le; x &le; n in each and somebody took part
   */
  public static BetaBinomialFit fit(long[] x, long[] n) {
    if (x.length != n.length) {
      throw new IllegalArgumentException(x.length + " counts for " + n.length + " schools");
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0 || x[i] > n[i]) {
        throw new IllegalArgumentException(x[i] + " of " + n[i] + " is no share");
      }
    }
    if (Arrays.stream(n).sum() == 0) {
      throw new IllegalArgumentException("nobody took part");
    }
    return new BetaBinomialFit(x, n);
  }

  /**
   * The mean μ of true shares. Where nobody is below, it is half a pupil among all, as is its
   * distance from 1 where everybody is: a mean of 0 would exclude what was merely not seen.
   */
  public double mean() {
    return mean;
  }

  /** The concentration M: the larger, the more alike the schools. */
  public double concentration() {
    return concentration;
  }

  /** Whether nothing shows that schools differ. */
  public boolean homogeneous() {
    return concentration >= HOMOGENEOUS;
  }

  /** Schools with pupils. */
  public int schools() {
    return schools;
  }

  /** The logarithm of the likelihood without the binomial coefficients. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** What the fit lets one say of a school. */
  public BetaPosterior posterior(long x, long n) {
    return BetaPosterior.of(x, n, mean, concentration);
  }

  /** Standard error of the mean, from the observed information. */
  public double meanSe() {
    double[] i = information();
    double own = i[0];
    if (interior() && i[0] * i[2] > i[1] * i[1]) {
      own -= i[1] * i[1] / i[2];
    }
    return 1 / Math.sqrt(own);
  }

  /** Standard error of log M; absent at the ends of M's range. */
  public OptionalDouble logConcentrationSe() {
    double[] i = information();
    double own = i[2] - i[1] * i[1] / i[0];
    return interior() && own > 0 ? OptionalDouble.of(1 / Math.sqrt(own)) : OptionalDouble.empty();
  }

  /** The approximate interval of the mean: normal on the scale of log-odds. */
  public Interval meanInterval(double confidence) {
    double logOdds = Math.log(mean / (1 - mean));
    Interval ofLogOdds = NormalInterval.of(logOdds, meanSe() / (mean * (1 - mean)), confidence);
    return new Interval(probability(ofLogOdds.low()), probability(ofLogOdds.high()));
  }

  /**
   * The interval of the concentration by profile likelihood. It ends at {@link #HOMOGENEOUS} where
   * the data do not exclude that all schools are alike.
   */
  public Interval concentrationInterval(double confidence) {
    double drop =
        new ChiSquaredDistribution(1)
                .inverseCumulativeProbability(Interval.requireConfidence(confidence))
            / 2;
    DoubleUnaryOperator excess = logM -> profile(logM) - logLikelihood + drop;
    double best = Math.log(concentration);
    return new Interval(
        Math.exp(end(excess, Math.log(POLARISED), best)),
        Math.exp(end(excess, Math.log(HOMOGENEOUS), best)));
  }

  /** Where the profile crosses between an end of the range and its top, else that end. */
  private static double end(DoubleUnaryOperator excess, double end, double best) {
    if (Math.abs(best - end) < FLAT || excess.applyAsDouble(end) >= 0) {
      return end;
    }
    return root(excess, Math.min(end, best), Math.max(end, best));
  }

  private boolean interior() {
    return concentration > POLARISED && concentration < HOMOGENEOUS;
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private double bestConcentration() {
    if (below.length == 0 || above.length == 0) {
      return HOMOGENEOUS;
    }
    double low = Math.log(POLARISED);
    double step = (Math.log(HOMOGENEOUS) - low) / STEPS;
    int best = STEPS;
    double highest = profile(low + best * step);
    // From the homogeneous end, so that a flat likelihood stays there.
    for (int i = STEPS - 1; i >= 0; i--) {
      double here = profile(low + i * step);
      if (here > highest + FLAT) {
        highest = here;
        best = i;
      }
    }
    if (best == STEPS) {
      return HOMOGENEOUS;
    }
    double left = low + Math.max(0, best - 1) * step;
    double right = low + (best + 1) * step;
    if (slope(left) <= 0) {
      return Math.exp(left);
    }
    return Math.exp(slope(right) >= 0 ? right : root(this::slope, left, right));
  }

  private double profile(double logM) {
    double m = Math.exp(logM);
    return logLikelihood(meanGiven(m), m);
  }

  /** The derivative of the profile in log M; that in μ is zero there. */
  private double slope(double logM) {
    double m = Math.exp(logM);
    double mu = meanGiven(m);
    double sum = 0;
    for (int k = 0; k < all.length; k++) {
      sum += at(below, k) * mu / (mu * m + k);
      sum += at(above, k) * (1 - mu) / ((1 - mu) * m + k);
      sum -= all[k] / (m + k);
    }
    return m * sum;
  }

  private double meanGiven(double m) {
    double least = 0.5 / (pupils + 1);
    if (scoreOfMean(least, m) <= 0) {
      return least;
    }
    if (scoreOfMean(1 - least, m) >= 0) {
      return 1 - least;
    }
    return root(mu -> scoreOfMean(mu, m), least, 1 - least);
  }

  private double scoreOfMean(double mu, double m) {
    double sum = 0;
    for (int k = 0; k < below.length; k++) {
      sum += below[k] * m / (mu * m + k);
    }
    for (int k = 0; k < above.length; k++) {
      sum -= above[k] * m / ((1 - mu) * m + k);
    }
    return sum;
  }

  private double logLikelihood(double mu, double m) {
    double sum = 0;
    for (int k = 0; k < all.length; k++) {
      // At k = 0 both terms can be 0 log 0: nobody below, with a mean near 0.
      sum += at(below, k) == 0 ? 0 : at(below, k) * Math.log((mu * m + k) / (m + k));
      sum += at(above, k) == 0 ? 0 : at(above, k) * Math.log(((1 - mu) * m + k) / (m + k));
      sum += (at(below, k) + at(above, k) - all[k]) * Math.log(m + k);
    }
    return sum;
  }

  /** The observed information of (μ, log M): its entries μμ, μ log M, log M log M. */
  private double[] information() {
    double m = concentration;
    double mumu = 0;
    double muM = 0;
    double mM = 0;
    for (int k = 0; k < all.length; k++) {
      double b = mean * m + k;
      double a = (1 - mean) * m + k;
      mumu += at(below, k) * m * m / (b * b) + at(above, k) * m * m / (a * a);
      muM += at(above, k) * k / (a * a) - at(below, k) * k / (b * b);
      mM +=
          at(below, k) * mean * mean / (b * b)
              + at(above, k) * (1 - mean) * (1 - mean) / (a * a)
              - all[k] / ((m + k) * (m + k));
    }
    // In log M: the derivatives are multiplied by M, and the first one is zero at the maximum.
    return new double[] {mumu, muM * m, mM * m * m};
  }

  private static double at(double[] counts, int k) {
    return k < counts.length ? counts[k] : 0;
  }

  private static double root(DoubleUnaryOperator function, double low, double high) {
    var solver = new BracketingNthOrderBrentSolver(1e-14, 1e-13, 5);
    return solver.solve(MAX_EVALUATIONS, function::applyAsDouble, low, high);
  }

  private static long[] notBelow(long[] x, long[] n) {
    long[] rest = new long[n.length];
    Arrays.setAll(rest, i -> n[i] - x[i]);
    return rest;
  }

  /** {@code [k]} to how many values are above k. */
  private static double[] countsAbove(long[] values) {
    int largest = Math.toIntExact(Arrays.stream(values).max().orElse(0));
    double[] above = new double[largest];
    for (long value : values) {
      if (value > 0) {
        above[(int) value - 1]++;
      }
    }
    for (int k = largest - 2; k >= 0; k--) {
      above[k] += above[k + 1];
    }
    return above;
  }
}
