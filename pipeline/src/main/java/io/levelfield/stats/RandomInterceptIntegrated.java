package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The model of {@link RandomInterceptReml}, averaged over what its parameters may be instead of
 * taken at their likeliest values. With few schools the likeliest variance between schools is often
 * 0, which says that all are alike and makes every interval too narrow (Li, Lahiri, Journal of
 * Multivariate Analysis 101, 2010, 882-892, who move the estimate off 0; here it is integrated
 * over).
 *
 * <p>The prior of the intraclass correlation τ²/(τ²+σ²) is uniform, so that of θ = τ²/σ² is
 * 1/(1+θ)²: nearly flat in τ² where schools differ less than pupils do, for which intervals hold as
 * often as they say in repeated use (Morris, Tang, Statistical Science 26, 2011, 271-287), and
 * proper with two schools too. A uniform prior of τ was tried and left intervals short. Given θ the
 * coefficients and σ² have a closed form under their usual flat priors. The integral is a sum over
 * points of equal distance on the scale t, √θ = ct/(1-t).
 *
 * <p>The last covariate, here the logarithm of size, may be left out: both models are averaged, as
 * likely as each other before the data are seen, under the unit-information prior of its
 * coefficient (Kass, Wasserman, J. Am. Stat. Assoc. 90, 1995, 928-934). What it explains beyond the
 * other covariates counts as a deviation from what they let one expect.
 */
public final class RandomInterceptIntegrated implements MeansModel {
  private static final int SCAN = 24;
  private static final int BISECTIONS = 14;
  private static final int POINTS = 25;

  /** Beyond where the log-posterior has fallen by this, nothing is left to integrate. */
  private static final double NEGLIGIBLE_DROP = 10;

  private static final double NEGLIGIBLE_WEIGHT = 1e-5;
  private static final double LEAST_PLACE = 0.01;

  /** Half a standard error of the average school, where the likeliest θ is 0. */
  private static final double LEAST_SCALE = 0.5;

  private final RandomInterceptReml likeliest;
  private final OptionalCovariate optional;
  private final RandomInterceptProfile without;
  private final RandomInterceptProfile with;
  private final double scale;
  private final List<PointOfTheta> points = new ArrayList<>();

  private RandomInterceptIntegrated(
      RandomInterceptReml likeliest,
      List<CrossMoments> required,
      List<CrossMoments> all,
      OptionalCovariate optional) {
    this.likeliest = likeliest;
    this.optional = optional;
    without = new RandomInterceptProfile(required);
    with = optional.used() ? new RandomInterceptProfile(all) : without;
    double weight = required.stream().mapToDouble(CrossMoments::weight).average().orElseThrow();
    double root = likeliest.sigma2() > 0 ? Math.sqrt(likeliest.tau2() / likeliest.sigma2()) : 0;
    scale = Math.max(root, LEAST_SCALE / Math.sqrt(weight));
    integrate(Math.max(LEAST_PLACE, root / (root + scale)));
  }

  /**
   * Averages the model.
   *
   * @param groups a school each, all of the same covariates, which do not vary within them
   * @param lastIsOptional whether the last covariate may be left out
   * @return the model at its likeliest values where pupils of a school do not differ
   * @throws TooFewObservationsException see {@link RandomInterceptReml#fit}
   * @throws CollinearColumnException if a covariate that must not be left out adds nothing to those
   *     before it
   */
  public static MeansModel fit(List<CrossMoments> groups, boolean lastIsOptional) {
    var optional = OptionalCovariate.of(groups, lastIsOptional);
    List<CrossMoments> required = groups.stream().map(optional::without).toList();
    RandomInterceptReml likeliest = RandomInterceptReml.fit(required);
    if (!(likeliest.sigma2() > 0)) {
      return new LikeliestWithout(likeliest, optional);
    }
    List<CrossMoments> all = groups.stream().map(optional::adjusted).toList();
    return new RandomInterceptIntegrated(likeliest, required, all, optional);
  }

  /** A point of the integral: one value of θ in one of the two models. */
  private static final class PointOfTheta {
    private final double theta;
    private final double sigma2;
    private final double[] coefficients;
    private final double[][] covariance;
    private final boolean optionalIn;
    private double weight;

    PointOfTheta(
        RandomInterceptProfile profile,
        RandomInterceptProfile.Point at,
        double theta,
        boolean optionalIn) {
      long degrees = profile.degrees();
      // σ² is not known either: its posterior mean, which makes the variances those of Student's t.
      double widening = degrees > 2 ? degrees / (degrees - 2.0) : 1;
      this.theta = theta;
      sigma2 = at.sigma2() * widening;
      coefficients = profile.uncentred(at.beta());
      covariance = profile.uncentredCovariance(at.covariance()).scalarMultiply(widening).getData();
      this.optionalIn = optionalIn;
    }

    /** x'Vx of the coefficients' covariance V, x times a factor and its optional part another. */
    private double quadratic(double[] x, double factor, double ofOptional) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        double xj = x[j] * (optionalIn && j == x.length - 1 ? ofOptional : factor);
        for (int k = 0; k < x.length; k++) {
          double xk = x[k] * (optionalIn && k == x.length - 1 ? ofOptional : factor);
          sum += xj * covariance[j][k] * xk;
        }
      }
      return sum;
    }

    /** What the optional covariate's coefficient is; 0 where it is left out. */
    private double slope() {
      return optionalIn ? coefficients[coefficients.length - 1] : 0;
    }
  }

  private double theta(double t) {
    double root = scale * t / (1 - t);
    return root * root;
  }

  /** Logarithm of the posterior density of t, without the optional covariate. */
  private double logDensity(double t) {
    return logDensity(t, without.at(theta(t)));
  }

  private double logDensity(double t, RandomInterceptProfile.Point alone) {
    double theta = theta(t);
    double logLikelihood = -alone.deviance() / 2;
    // dθ/dt is proportional to √θ/(1-t)².
    return logLikelihood - 2 * Math.log1p(theta) + Math.log(theta) / 2 - 2 * Math.log1p(-t);
  }

  private void integrate(double likeliestT) {
    double mode = likeliestT;
    double top = logDensity(mode);
    for (int i = 0; i < SCAN; i++) {
      double t = (i + 0.5) / SCAN;
      double here = logDensity(t);
      if (here > top) {
        top = here;
        mode = t;
      }
    }
    double low = end(0, mode, top);
    double high = end(1 - 1e-9, mode, top);
    double[] logs = new double[2 * POINTS];
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < POINTS; i++) {
      double t = low + (i + 0.5) * (high - low) / POINTS;
      RandomInterceptProfile.Point alone = without.at(theta(t));
      double log = logDensity(t, alone);
      logs[points.size()] = log;
      points.add(new PointOfTheta(without, alone, theta(t), false));
      if (optional.used()) {
        RandomInterceptProfile.Point both = with.at(theta(t));
        logs[points.size()] = log + logBayesFactor(alone, both);
        points.add(new PointOfTheta(with, both, theta(t), true));
      }
    }
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
    for (int i = 0; i < points.size(); i++) {
      points.get(i).weight = Math.exp(logs[i] - most) / sum;
    }
    points.removeIf(p -> p.weight < NEGLIGIBLE_WEIGHT);
    double kept = points.stream().mapToDouble(p -> p.weight).sum();
    points.forEach(p -> p.weight /= kept);
  }

  /** Where the posterior has become negligible between its mode and an end. */
  private double end(double end, double mode, double top) {
    double inside = mode;
    double outside = end;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (inside + outside) / 2;
      if (logDensity(middle) > top - NEGLIGIBLE_DROP) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return outside;
  }

  /**
   * Logarithm of the marginal likelihood with the optional covariate over that without, at one θ:
   * Zellner's with g schools' worth of information.
   */
  private double logBayesFactor(
      RandomInterceptProfile.Point alone, RandomInterceptProfile.Point both) {
    double g = likeliest.schools();
    double squaresAlone = alone.sigma2() * without.degrees();
    double squaresBoth = both.sigma2() * with.degrees();
    double left = (squaresBoth + (squaresAlone - squaresBoth) / (1 + g)) / squaresAlone;
    return -(Math.log1p(g) + without.degrees() * Math.log(left)) / 2;
  }

  @Override
  public SchoolMean of(double weight, double mean, double... covariates) {
    double[] required = optional.required(covariates);
    double[] all = optional.adjusted(covariates);
    double[] sums = new double[7];
    for (PointOfTheta p : points) {
      double[] x = p.optionalIn ? all : required;
      double expected = 0;
      for (int j = 0; j < x.length; j++) {
        expected += x[j] * p.coefficients[j];
      }
      double beyond = p.slope() * x[x.length - 1];
      double fixed = expected - beyond;
      double reliability = p.theta * weight / (1 + p.theta * weight);
      double shrunken = expected + reliability * (mean - expected);
      double own = p.theta * p.sigma2 * (1 - reliability);
      double w = p.weight;
      double left = 1 - reliability;
      add(sums, 0, w, fixed, p.quadratic(x, 1, 0));
      add(sums, 2, w, shrunken, own + p.quadratic(x, left, left));
      add(sums, 4, w, shrunken - fixed, own + p.quadratic(x, -reliability, left));
      sums[6] += w * reliability;
    }
    return new SchoolMean(
        sums[0], sd(sums, 0), sums[2], sd(sums, 2), sums[4], sd(sums, 4), sums[6]);
  }

  private static void add(double[] sums, int at, double weight, double mean, double variance) {
    sums[at] += weight * mean;
    sums[at + 1] += weight * (variance + mean * mean);
  }

  private static double sd(double[] sums, int at) {
    return Math.sqrt(Math.max(0, sums[at + 1] - sums[at] * sums[at]));
  }

  @Override
  public double intercept() {
    return points.stream().mapToDouble(p -> p.weight * p.coefficients[0]).sum();
  }

  @Override
  public double interceptSe() {
    double mean = intercept();
    double variance = 0;
    for (PointOfTheta p : points) {
      double apart = p.coefficients[0] - mean;
      variance += p.weight * (p.covariance[0][0] + apart * apart);
    }
    return Math.sqrt(variance);
  }

  /** The median of what it may be; what the optional covariate explains is in it. */
  @Override
  public double tau2() {
    return median(this::between);
  }

  @Override
  public double sigma2() {
    return points.stream().mapToDouble(p -> p.weight * p.sigma2).sum();
  }

  /** The median of what it may be. */
  @Override
  public double icc() {
    return median(p -> between(p) / (between(p) + p.sigma2));
  }

  private double between(PointOfTheta point) {
    double slope = point.slope();
    return point.theta * point.sigma2 + slope * slope * optional.variance();
  }

  private double median(ToDoubleFunction<PointOfTheta> value) {
    return WeightedQuantile.of(
        points.stream().mapToDouble(value).toArray(),
        points.stream().mapToDouble(p -> p.weight).toArray(),
        0.5);
  }

  @Override
  public OptionalDouble lowestDeviance() {
    return likeliest.lowestDeviance();
  }

  @Override
  public int schools() {
    return likeliest.schools();
  }

  /** The model without its optional covariate, at its likeliest values. */
  private record LikeliestWithout(RandomInterceptReml model, OptionalCovariate optional)
      implements MeansModel {

    @Override
    public SchoolMean of(double weight, double mean, double... covariates) {
      return model.of(weight, mean, optional.kept(covariates));
    }

    @Override
    public double intercept() {
      return model.intercept();
    }

    @Override
    public double interceptSe() {
      return model.interceptSe();
    }

    @Override
    public double tau2() {
      return model.tau2();
    }

    @Override
    public double sigma2() {
      return model.sigma2();
    }

    @Override
    public double icc() {
      return model.icc();
    }

    @Override
    public OptionalDouble lowestDeviance() {
      return model.lowestDeviance();
    }

    @Override
    public int schools() {
      return model.schools();
    }
  }
}
