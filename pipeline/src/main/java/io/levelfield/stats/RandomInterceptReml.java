package io.levelfield.stats;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.linear.RealMatrix;

/**
 * Pupils in schools, y = x'β + u + e: covariates of pupils or of schools, a random intercept u of
 * variance τ² for each school, a residual e of variance σ² (divided by the observation's weight).
 * Fitted by restricted maximum likelihood from each school's moments, so the pupils need not be
 * read again; the values are those of R's {@code lme4::lmer(y ~ x + (1 | school))}.
 *
 * <p>Given the ratio τ²/σ² all else has a closed form, so the search is in one dimension: the
 * profile deviance over a grid of ratios, then the root of its derivative beside the lowest point.
 *
 * @see <a href="https://doi.org/10.18637/jss.v067.i01">Bates et al. (2015)</a>, eq. 42
 */
public final class RandomInterceptReml implements MeansModel {
  /** The grid of ratios, in powers of ten. Below it τ² is 0. */
  private static final int LOWEST = -9;

  private static final int HIGHEST = 9;
  private static final int STEPS_PER_POWER = 3;
  private static final int MAX_EVALUATIONS = 200;

  private final int coefficients;
  private final int schools;
  private final RandomInterceptProfile.Point fit;
  private final double tau2;
  private final double sigma2;
  private final double[] beta;
  private final RealMatrix covariance;

  private RandomInterceptReml(List<CrossMoments> groups) {
    var profile = new RandomInterceptProfile(groups);
    coefficients = profile.coefficients();
    schools = groups.size();
    fit = profile.withoutSpreadWithin() ? profile.atZeroResidual() : lowest(profile);
    tau2 = fit.tau2();
    sigma2 = fit.sigma2();
    beta = profile.uncentred(fit.beta());
    covariance = profile.uncentredCovariance(fit.covariance());
  }

  /**
   * Fits the model.
   *
   * @param groups a school each, all of the same covariates, each with observations
   * @throws TooFewObservationsException if schools do not outnumber the coefficients of what does
   *     not vary within them, or pupils the other coefficients
   * @throws CollinearColumnException if a covariate adds nothing to those before it
   */
  public static RandomInterceptReml fit(List<CrossMoments> groups) {
    return new RandomInterceptReml(List.copyOf(groups));
  }

  private static RandomInterceptProfile.Point lowest(RandomInterceptProfile profile) {
    RandomInterceptProfile.Point best = profile.at(0);
    int bestStep = -1;
    int steps = (HIGHEST - LOWEST) * STEPS_PER_POWER;
    for (int i = 0; i <= steps; i++) {
      RandomInterceptProfile.Point here = profile.at(ratio(i));
      if (here.deviance() < best.deviance()) {
        best = here;
        bestStep = i;
      }
    }
    double left = logRatio(Math.max(0, bestStep - 1));
    double right = logRatio(Math.min(steps, bestStep + 1));
    if (profile.slope(Math.exp(left)) >= 0 || profile.slope(Math.exp(right)) <= 0) {
      return best;
    }
    double root =
        new BracketingNthOrderBrentSolver(1e-14, 1e-12, 5)
            .solve(MAX_EVALUATIONS, logRatio -> profile.slope(Math.exp(logRatio)), left, right);
    RandomInterceptProfile.Point refined = profile.at(Math.exp(root));
    return refined.deviance() <= best.deviance() ? refined : best;
  }

  private static double logRatio(int step) {
    return (LOWEST + (double) step / STEPS_PER_POWER) * Math.log(10);
  }

  private static double ratio(int step) {
    return Math.exp(logRatio(step));
  }

  /** The intercept at zero covariates, then a coefficient per covariate. */
  public double[] coefficients() {
    return beta.clone();
  }

  /** Standard errors of the coefficients, in their order. */
  public double[] standardErrors() {
    double[] errors = new double[coefficients];
    for (int j = 0; j < coefficients; j++) {
      errors[j] = Math.sqrt(covariance.getEntry(j, j));
    }
    return errors;
  }

  @Override
  public double intercept() {
    return beta[0];
  }

  @Override
  public double interceptSe() {
    return standardErrors()[0];
  }

  @Override
  public OptionalDouble lowestDeviance() {
    return Double.isFinite(deviance()) ? OptionalDouble.of(deviance()) : OptionalDouble.empty();
  }

  @Override
  public SchoolMean of(double weight, double mean, double... covariates) {
    Prediction own = predict(weight, mean, covariates);
    return new SchoolMean(
        own.fixed(),
        own.fixedSe(),
        own.mean(),
        own.meanSe(),
        own.deviation(),
        own.deviationSe(),
        own.reliability());
  }

  /** Variance between schools, beyond their covariates. */
  @Override
  public double tau2() {
    return tau2;
  }

  /** Variance within schools: of pupils, or of an observation of weight 1. */
  @Override
  public double sigma2() {
    return sigma2;
  }

  /** The share of the variance that lies between schools; 0 where there is none at all. */
  @Override
  public double icc() {
    return tau2 > 0 ? tau2 / (tau2 + sigma2) : 0;
  }

  /**
   * Minus twice the logarithm of the restricted likelihood; minus infinity without variance within
   * schools. With weights it lacks the sum of their logarithms, which no parameter changes.
   */
  public double deviance() {
    return fit.deviance();
  }

  /** Schools that entered. */
  @Override
  public int schools() {
    return schools;
  }

  /**
   * What the model says of a school.
   *
   * @param fixed x'β: what its covariates let one expect
   * @param fixedSe standard error of that expectation
   * @param deviation what it lies above the expectation, shrunken: λ(y - x'β)
   * @param reliability λ = τ²/(τ² + σ²/n): how far the school's own mean is to be believed
   * @param conditionalSd standard deviation of its true deviation, were β known; as in lme4
   */
  public record Prediction(
      double fixed, double fixedSe, double deviation, double reliability, double conditionalSd) {

    /** The shrunken mean, λy + (1-λ)x'β. */
    public double mean() {
      return fixed + deviation;
    }

    /**
     * Standard error of the shrunken mean, with β's own uncertainty.
     *
     * @see <a href="https://doi.org/10.2307/2529430">Henderson (1975)</a>
     */
    public double meanSe() {
      return Math.hypot(conditionalSd, (1 - reliability) * fixedSe);
    }

    /** Standard error of the shrunken deviation, with β's own uncertainty. */
    public double deviationSe() {
      return Math.hypot(conditionalSd, reliability * fixedSe);
    }
  }

  /**
   * Predicts a school, whether it entered the fit or not.
   *
   * @param weight its pupils
   * @param mean its mean
   * @param covariates its means of the covariates
   */
  public Prediction predict(double weight, double mean, double... covariates) {
    if (covariates.length != coefficients - 1) {
      throw new IllegalArgumentException(
          covariates.length + " covariates, not " + (coefficients - 1));
    }
    double[] x = new double[coefficients];
    x[0] = 1;
    System.arraycopy(covariates, 0, x, 1, covariates.length);
    double fixed = 0;
    double variance = 0;
    double[] product = covariance.operate(x);
    for (int j = 0; j < coefficients; j++) {
      fixed += x[j] * beta[j];
      variance += x[j] * product[j];
    }
    double reliability = tau2 > 0 ? tau2 / (tau2 + sigma2 / weight) : 0;
    return new Prediction(
        fixed,
        Math.sqrt(Math.max(0, variance)),
        reliability * (mean - fixed),
        reliability,
        Math.sqrt(tau2 * (1 - reliability)));
  }

  /** Predicts a school of the fit. */
  public Prediction predict(CrossMoments school) {
    return predict(school.weight(), school.mean(), school.covariateMeans());
  }
}
