package io.levelfield.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Courses of several units over the same times: each has a level and a slope of its own, a time's
 * luck, and chance that lessens with its size; each time has a mean, and the level may hang on a
 * covariate. What was not to be fitted may still be set beside what the model foretells.
 *
 * <p>The variances are few and hardly known from twenty units, so no single value of them is
 * believed: coefficients of forecasts are averaged over a grid of variances, each weighed by its
 * restricted likelihood, the scale integrated out under its Jeffreys prior.
 *
 * @see "Laird, Ware (1982), Random-effects models for longitudinal data, Biometrics 38:963"
 * @see "Harville (1974), Bayesian inference for variance components using only error contrasts,
 *     Biometrika 61:383"
 */
public final class GrowthModel {
  /** Grid of levels' share of the variance of one time's value, from 0 to 1. */
  private static final int RELIABILITIES = 24;

  /** Share of a time's luck in the rest, for a unit of usual size. */
  private static final double[] LUCK = {0.05, 0.35, 0.65, 0.95};

  /** Variance of slopes per time, in that rest. */
  private static final double[] SLOPES = {0, 0.01, 0.04, 0.16};

  /** Grid points that weigh less, all together some thousandths, are passed over. */
  private static final double NEGLIGIBLE = 5e-5;

  /** What is told apart where forecasts are doubted: reliability and slopes. */
  private static final int KINDS = RELIABILITIES * SLOPES.length;

  private static final int FEWEST_DEGREES = 3;

  /** What is left of squares below this share of them is noise of arithmetic. */
  private static final double ROUNDING = 1e-12;

  private final Courses courses;
  private final double usual;
  private final double middle;
  private double[] fixed = new double[0];
  private boolean[] timeKnown = new boolean[0];
  private Point[] points = new Point[0];
  private Point mean = new Point(0, 0, 0, 0, 0, 0, 0);
  private final double[] kindWeights = new double[KINDS];

  /** Variances, with how well they fit; those of one kind foretell much the same. */
  private record Point(
      double level,
      double slope,
      double luck,
      double chance,
      double scale,
      double weight,
      int kind) {

    Point with(double newScale, double newWeight) {
      return new Point(level, slope, luck, chance, newScale, newWeight, kind);
    }
  }

  private GrowthModel(Courses courses) {
    this.courses = courses;
    usual =
        IntStream.range(0, courses.units())
            .boxed()
            .flatMapToDouble(
                unit -> IntStream.range(0, courses.times()).mapToDouble(t -> courses.size(unit, t)))
            .filter(size -> size > 0)
            .average()
            .orElse(1);
    middle = (courses.times() - 1) / 2.0;
  }

  /**
   * Fits the model.
   *
   * @param fitted which values to learn from, {@code [unit][time]}
   * @throws TooFewObservationsException if these are too few
   * @throws ZeroVarianceException if times and covariate explain them, so that nothing varies
   */
  public static GrowthModel fit(Courses courses, boolean[][] fitted) {
    var model = new GrowthModel(courses);
    model.learn(fitted);
    return model;
  }

  private void learn(boolean[][] fitted) {
    int times = courses.times();
    timeKnown = new boolean[times];
    int[] column = new int[times];
    int columns = 0;
    int observations = 0;
    for (int t = 0; t < times; t++) {
      int time = t;
      long seen =
          IntStream.range(0, fitted.length)
              .filter(u -> fitted[u][time] && courses.has(u, time))
              .count();
      observations += Math.toIntExact(seen);
      timeKnown[t] = seen > 0;
      column[t] = timeKnown[t] ? columns++ : -1;
    }
    columns += courses.hasCovariate() ? 1 : 0;
    if (observations - columns < FEWEST_DEGREES) {
      throw new TooFewObservationsException(observations, columns);
    }
    double[] logs = new double[RELIABILITIES * LUCK.length * SLOPES.length];
    Point[] grid = new Point[logs.length];
    double[][] effects = new double[logs.length][];
    int at = 0;
    for (int r = 0; r < RELIABILITIES; r++) {
      double reliability = (r + 0.5) / RELIABILITIES;
      for (double luck : LUCK) {
        for (int k = 0; k < SLOPES.length; k++) {
          double slope = SLOPES[k];
          int kind = r * SLOPES.length + k;
          var unscaled =
              new Point(reliability / (1 - reliability), slope, luck, 1 - luck, 1, 0, kind);
          Sums sums = sums(unscaled, fitted, column, columns);
          if (sums.exact) {
            throw new ZeroVarianceException(0);
          }
          // Uniform in the variance of levels: the share of chance is then unbiased, while one
          // uniform in shares would draw extreme units too near (Morris 1983, JASA 78:47).
          logs[at] = sums.logLikelihood(observations) - 2 * Math.log(1 - reliability);
          effects[at] = sums.effects;
          grid[at] = unscaled.with(sums.squares / (observations - columns), 0);
          at++;
        }
      }
    }
    average(logs, grid, effects, column);
  }

  private void average(double[] logs, Point[] grid, double[][] effects, int[] column) {
    double highest = Arrays.stream(logs).max().orElseThrow();
    double[] weights = Arrays.stream(logs).map(l -> Math.exp(l - highest)).toArray();
    double all = Arrays.stream(weights).sum();
    weights = Arrays.stream(weights).map(w -> w < NEGLIGIBLE * all ? 0 : w).toArray();
    double sum = Arrays.stream(weights).sum();
    double[] effect = new double[effects[0].length];
    for (int i = 0; i < grid.length; i++) {
      double weight = weights[i] / sum;
      for (int c = 0; c < effect.length; c++) {
        effect[c] += weight * effects[i][c];
      }
      grid[i] = grid[i].with(grid[i].scale, weight);
      kindWeights[grid[i].kind] += weight;
    }
    mean = mean(grid);
    points = Arrays.stream(grid).filter(p -> p.weight > 0).toArray(Point[]::new);
    fixed = new double[column.length + 1];
    for (int t = 0; t < column.length; t++) {
      fixed[t] = column[t] < 0 ? 0 : effect[column[t]];
    }
    fixed[column.length] = courses.hasCovariate() ? effect[effect.length - 1] : 0;
  }

  private static Point mean(Point[] grid) {
    double level = 0;
    double slope = 0;
    double luck = 0;
    double chance = 0;
    for (Point p : grid) {
      level += p.weight * p.scale * p.level;
      slope += p.weight * p.scale * p.slope;
      luck += p.weight * p.scale * p.luck;
      chance += p.weight * p.scale * p.chance;
    }
    return new Point(level, slope, luck, chance, 1, 1, 0);
  }

  /** Whether a time's mean is known, so that its values may be set beside forecasts. */
  public boolean knows(int time) {
    return timeKnown[time];
  }

  /** A value less the mean of its time and what the unit's covariate lets one expect. */
  public double residual(int unit, int time) {
    double expected =
        courses.hasCovariate() ? fixed[fixed.length - 1] * courses.covariate(unit) : 0;
    return courses.value(unit, time) - fixed[time] - expected;
  }

  /** What a unit's residuals before a time foretell of later ones. */
  public static final class Forecast {
    private final double[][] coefficients;
    private final double[] slope;
    private final double[][] doubt;

    private Forecast(double[][] coefficients, double[] slope, double[][] doubt) {
      this.coefficients = coefficients;
      this.slope = slope;
      this.doubt = doubt;
    }

    /**
     * Coefficients of earlier residuals in the forecast of a later one, one per time; 0 where the
     * unit has no value.
     */
    public double[] coefficients(int time) {
      return coefficients[time].clone();
    }

    /** The same in the unit's slope a time. */
    public double[] slope() {
      return slope.clone();
    }

    /**
     * How far the forecast lies from itself where the variances are other than believed, times the
     * root of how likely they are: the squares of a sum of such rows add up to what that sum owes
     * to variances that are not known.
     */
    public double[] doubt(int time) {
      return doubt[time].clone();
    }
  }

  /**
   * What residuals before a time foretell of all later ones.
   *
   * @param before first time that is not known yet
   */
  public Forecast forecast(int unit, int before) {
    int times = courses.times();
    int[] known =
        IntStream.range(0, before).filter(t -> courses.has(unit, t) && timeKnown[t]).toArray();
    double[] past = Arrays.stream(known).mapToDouble(t -> residual(unit, t)).toArray();
    double[][] coefficients = new double[times][times];
    double[] slope = new double[times];
    double[][] under = new double[times][KINDS];
    for (Point point : points) {
      if (known.length > 0) {
        var errors = new LowerTriangle(covariances(point, unit, known));
        for (int time = before; time < times; time++) {
          int target = time;
          double[] own = solved(errors, known, t -> covariance(point, target, t));
          add(coefficients[time], point.weight, own, known);
          under[time][point.kind] += point.weight * dot(own, past);
        }
        if (point.slope > 0) {
          double[] own = solved(errors, known, t -> point.slope * (t - middle));
          add(slope, point.weight, own, known);
        }
      }
    }
    for (int time = before; time < times; time++) {
      doubt(under[time]);
    }
    return new Forecast(coefficients, slope, under);
  }

  /** From a kind's part in the forecast to its {@link Forecast#doubt}. */
  private void doubt(double[] parts) {
    double forecast = Arrays.stream(parts).sum();
    for (int kind = 0; kind < KINDS; kind++) {
      double weight = kindWeights[kind];
      parts[kind] = weight > 0 ? (parts[kind] / weight - forecast) * Math.sqrt(weight) : 0;
    }
  }

  private static double[] solved(LowerTriangle errors, int[] known, IntToDoubleFunction with) {
    return errors.solve(Arrays.stream(known).mapToDouble(with).toArray());
  }

  private static void add(double[] coefficients, double weight, double[] own, int[] known) {
    for (int k = 0; k < known.length; k++) {
      coefficients[known[k]] += weight * own[k];
    }
  }

  /** The variance of a sum of a unit's residuals with these coefficients, one per time. */
  public double variance(int unit, double[] coefficients) {
    double level = 0;
    double slope = 0;
    double rest = 0;
    for (int t = 0; t < coefficients.length; t++) {
      double c = coefficients[t];
      if (c != 0) {
        level += c;
        slope += c * (t - middle);
        rest += c * c * own(mean, unit, t);
      }
    }
    return mean.scale * (mean.level * level * level + mean.slope * slope * slope + rest);
  }

  private double covariance(Point point, int time, int other) {
    return point.level + point.slope * (time - middle) * (other - middle);
  }

  private double own(Point point, int unit, int time) {
    return point.luck + point.chance * usual / courses.size(unit, time);
  }

  private double[][] covariances(Point point, int unit, int[] known) {
    double[][] matrix = new double[known.length][known.length];
    for (int i = 0; i < known.length; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] =
            covariance(point, known[i], known[j]) + (i == j ? own(point, unit, known[i]) : 0);
      }
    }
    return matrix;
  }

  private Sums sums(Point point, boolean[][] fitted, int[] column, int columns) {
    var sums = new Sums(columns);
    for (int u = 0; u < fitted.length; u++) {
      int unit = u;
      int[] known =
          IntStream.range(0, column.length)
              .filter(t -> fitted[unit][t] && courses.has(unit, t))
              .toArray();
      double[][] design = new double[columns][known.length];
      double[] values = new double[known.length];
      for (int k = 0; k < known.length; k++) {
        design[column[known[k]]][k] = 1;
        if (courses.hasCovariate()) {
          design[columns - 1][k] = courses.covariate(u);
        }
        values[k] = courses.value(u, known[k]);
      }
      sums.add(new LowerTriangle(covariances(point, u, known)), design, values);
    }
    sums.solve();
    return sums;
  }

  /** Generalised least squares at one grid point. */
  private static final class Sums {
    private final int columns;
    private final double[][] information;
    private final double[] cross;
    private double logDeterminant;
    private double squares;
    private boolean exact;
    private double[] effects = new double[0];

    Sums(int columns) {
      this.columns = columns;
      information = new double[columns][columns];
      cross = new double[columns];
    }

    /** Adds a unit, its design by column. */
    void add(LowerTriangle errors, double[][] design, double[] values) {
      logDeterminant += errors.logDeterminant();
      errors.whiten(values);
      squares += dot(values, values);
      for (int i = 0; i < columns; i++) {
        errors.whiten(design[i]);
        cross[i] += dot(design[i], values);
        for (int j = 0; j <= i; j++) {
          information[i][j] += dot(design[i], design[j]);
        }
      }
    }

    void solve() {
      var triangle = new LowerTriangle(information);
      logDeterminant += triangle.logDeterminant();
      effects = triangle.solve(cross.clone());
      double left = squares - dot(effects, cross);
      exact = !(left > ROUNDING * squares);
      squares = left;
    }

    double logLikelihood(int observations) {
      return -0.5 * (logDeterminant + (observations - columns) * Math.log(squares));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
