package io.levelfield.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Weighted points that stand for the posterior of a few parameters, by adaptive importance sampling
 * (Cornuet et al., Scandinavian Journal of Statistics 39, 2012, 798-812): points of the prior,
 * which serve where data say little; points of Student's t around the posterior's mode, which serve
 * where they say much; and points of Student's t with the mean and spread of those before. Every
 * point is weighed against the mixture of all. The same data give the same points.
 */
final class PosteriorSample {
  private static final int STARTS = 24;
  private static final int MAX_EVALUATIONS = 4000;
  private static final double STEP = 0.5;

  /** Climbing ends where a step gains less than this in the log-posterior. */
  private static final double CLIMBED = 1e-2;

  private static final double DIFFERENCE = 0.05;
  private static final int FEWEST_DRAWS = 40;
  private static final int DRAWS_PER_PARAMETER = 20;

  /** So many times the spread is learnt from the points so far; more parameters need more. */
  private static final int MOST_ADAPTATIONS = 2;

  /** A direction in which the posterior is flatter than this is taken to be so flat. */
  private static final double LEAST_CURVATURE = 0.05;

  private static final double MOST_CURVATURE = 1e9;

  /** What is drawn: parameters with a prior and a likelihood. */
  interface Target {
    int parameters();

    /** Parameters from uniform numbers: draws of the prior. */
    double[] fromPrior(double[] uniform);

    double logPrior(double[] parameters);

    double logLikelihood(double[] parameters);
  }

  private final Target target;
  private final int dimension;
  private final double[] mode;
  private final List<double[]> points = new ArrayList<>();
  private final List<Double> logPosteriors = new ArrayList<>();
  private final List<StudentCloud> clouds = new ArrayList<>();
  private double[] logWeights = {};

  /**
   * @param hints points one of which may be near the mode
   */
  PosteriorSample(Target target, List<double[]> hints) {
    this.target = target;
    dimension = target.parameters();
    mode = highest(hints);
    int draws = FEWEST_DRAWS + DRAWS_PER_PARAMETER * dimension;
    StudentDraws standard = StudentDraws.of(dimension, draws);
    clouds.add(new StudentCloud(mode, curvatureInverse()));
    for (double[] uniform : standard.uniform()) {
      add(target.fromPrior(uniform));
    }
    int adaptations = Math.min(MOST_ADAPTATIONS, dimension - 1);
    for (int round = 0; round <= adaptations; round++) {
      StudentCloud cloud = clouds.get(round);
      for (double[] unit : standard.student()) {
        add(cloud.point(unit));
      }
      weigh(draws);
      if (round < adaptations) {
        clouds.add(StudentCloud.around(points, logWeights));
      }
    }
  }

  List<double[]> points() {
    return points;
  }

  double[] mode() {
    return mode.clone();
  }

  /** Logarithms of the points' weights, whose sum is the marginal likelihood. */
  double[] logWeights() {
    return logWeights.clone();
  }

  private double logPosterior(double[] point) {
    return Math.max(-Double.MAX_VALUE, target.logPrior(point) + target.logLikelihood(point));
  }

  /** Where climbing ends from the best of the hints and of draws of the prior. */
  private double[] highest(List<double[]> hints) {
    List<double[]> starts = new ArrayList<>(hints);
    for (double[] uniform : StudentDraws.of(dimension, STARTS).uniform()) {
      starts.add(target.fromPrior(uniform));
    }
    return climbed(best(starts));
  }

  private double[] best(List<double[]> points) {
    return points.stream().max(Comparator.comparingDouble(this::logPosterior)).orElseThrow();
  }

  private double[] climbed(double[] start) {
    return new SimplexOptimizer(new SimpleValueChecker(-1, CLIMBED))
        .optimize(
            new MaxEval(MAX_EVALUATIONS),
            new ObjectiveFunction(this::logPosterior),
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(dimension, STEP))
        .getPoint();
  }

  private void add(double[] point) {
    points.add(point);
    logPosteriors.add(logPosterior(point));
  }

  private void weigh(int draws) {
    logWeights = new double[points.size()];
    for (int i = 0; i < logWeights.length; i++) {
      double[] point = points.get(i);
      double prior = target.logPrior(point);
      double sum = 1;
      for (StudentCloud cloud : clouds) {
        sum += Math.exp(cloud.logDensity(point) - prior);
      }
      logWeights[i] = logPosteriors.get(i) - prior - Math.log(sum) - Math.log(draws);
    }
  }

  /** The inverse of minus the second derivatives at the mode, these by differences. */
  private RealMatrix curvatureInverse() {
    double top = logPosterior(mode);
    double[] plus = new double[dimension];
    RealMatrix curvature = MatrixUtils.createRealMatrix(dimension, dimension);
    for (int j = 0; j < dimension; j++) {
      plus[j] = logPosterior(moved(j, DIFFERENCE, j, 0));
      double minus = logPosterior(moved(j, -DIFFERENCE, j, 0));
      double own = (2 * top - plus[j] - minus) / (DIFFERENCE * DIFFERENCE);
      curvature.setEntry(j, j, Math.max(LEAST_CURVATURE, Math.min(MOST_CURVATURE, own)));
    }
    for (int j = 0; j < dimension; j++) {
      for (int k = 0; k < j; k++) {
        double both = logPosterior(moved(j, DIFFERENCE, k, DIFFERENCE));
        double cross = (plus[j] + plus[k] - both - top) / (DIFFERENCE * DIFFERENCE);
        double most = Math.sqrt(curvature.getEntry(j, j) * curvature.getEntry(k, k));
        double entry = Math.max(-most, Math.min(most, cross));
        curvature.setEntry(j, k, entry);
        curvature.setEntry(k, j, entry);
      }
    }
    return StudentCloud.inverse(curvature, LEAST_CURVATURE);
  }

  private double[] moved(int j, double by, int k, double alsoBy) {
    double[] point = mode.clone();
    point[j] += by;
    point[k] += alsoBy;
    return point;
  }
}
