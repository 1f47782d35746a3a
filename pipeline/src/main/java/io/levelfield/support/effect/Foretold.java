package io.levelfield.support.effect;

import io.levelfield.stats.Courses;
import io.levelfield.stats.GrowthModel;
import io.levelfield.stats.GrowthModel.Forecast;
import io.levelfield.stats.NearestPoints;
import io.levelfield.stats.NearestPoints.Near;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each school's earlier results foretell of its later ones, and which schools had the most
 * similar outlook. Earlier results are drawn towards the mean as far as they are uncertain; the
 * later ones they are held against stay as they are, or an effect would be shrunk with them.
 */
final class Foretold {
  private final Courses courses;
  private final GrowthModel model;
  private final Surprise[][][] surprises;

  /** {@code [year][school]}: the schools most like each, and what they are told by. */
  private final int[][][] nearest;

  private final Outlook[] outlooks;

  /** Where each school stood before a year, and which of them have results before it. */
  private static final class Outlook {
    private final int[] known;
    private final double[][] points;

    Outlook(int[] known, double[][] points) {
      this.known = known;
      this.points = points;
    }
  }

  /** How far a result lies from what the years before let one expect. */
  static final class Surprise {
    private final double[] coefficients;
    private final double variance;
    private final double[] doubt;

    private Surprise(double[] coefficients, double variance, double[] doubt) {
      this.coefficients = coefficients;
      this.variance = variance;
      this.doubt = doubt;
    }

    /** The school's residual of a year enters the difference so many times. */
    double coefficient(int year) {
      return coefficients[year];
    }

    /** The variance of the difference. */
    double variance() {
      return variance;
    }

    /** How many parts its doubt has. */
    int doubts() {
      return doubt.length;
    }

    /** A part of what it owes to variances that are not known: see {@link Forecast#doubt}. */
    double doubt(int part) {
      return doubt[part];
    }
  }

  /**
   * @param model fitted to results without support
   * @param pool schools that are looked at, in ascending order
   * @param near so many schools most like each are kept
   */
  Foretold(Courses courses, GrowthModel model, int[] pool, int near) {
    this.courses = courses;
    this.model = model;
    int schools = courses.units();
    int years = courses.times();
    surprises = new Surprise[years][years][schools];
    nearest = new int[years][][];
    outlooks = new Outlook[years];
    for (int before = 1; before < years; before++) {
      double[][] points = new double[schools][];
      for (int school : pool) {
        Forecast forecast = model.forecast(school, before);
        for (int year = before; year < years; year++) {
          surprises[before][year][school] = surprise(school, before, year, forecast);
        }
        // The level when support began, and what the trend adds until the last year.
        points[school] =
            new double[] {
              sum(school, forecast.coefficients(before)),
              sum(school, forecast.slope()) * (years - before)
            };
      }
      int from = before;
      int[] known = Arrays.stream(pool).filter(school -> hasHistory(school, from)).toArray();
      outlooks[before] = new Outlook(known, points);
      nearest[before] = nearest(outlooks[before], near);
    }
  }

  /**
   * A school's result of a year beside its results before another.
   *
   * @param before the first year that is not looked at, not after {@code year}
   * @return null where the school lacks that result or all before it
   */
  Surprise of(int school, int before, int year) {
    return surprises[before][year][school];
  }

  /**
   * The schools whose level and trend before a year were most like it, those first that were most
   * so; of schools equally like it the one listed first.
   *
   * @param school with results before that year
   */
  int[] nearest(int school, int before) {
    return nearest[before][school];
  }

  /** Schools with results before a year, in ascending order. */
  int[] known(int before) {
    return outlooks[before].known.clone();
  }

  /**
   * The same of some schools only.
   *
   * @param among with results before that year, in ascending order
   * @param most so many at most
   */
  int[] nearest(int school, int before, int[] among, int most) {
    double[][] points = outlooks[before].points;
    int[] found = new int[Math.min(most, among.length)];
    double[] apart = new double[found.length];
    int count = 0;
    for (int other : among) {
      double distance = squared(points[school], points[other]);
      if (other == school || (count == found.length && distance >= apart[count - 1])) {
        continue;
      }
      int at = count < found.length ? count++ : count - 1;
      for (; at > 0 && distance < apart[at - 1]; at--) {
        apart[at] = apart[at - 1];
        found[at] = found[at - 1];
      }
      apart[at] = distance;
      found[at] = other;
    }
    return Arrays.copyOf(found, count);
  }

  private static double squared(double[] a, double[] b) {
    return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
  }

  /** What a result is beyond the mean of its year and the school's context. */
  double residual(int school, int year) {
    return model.residual(school, year);
  }

  /** What a school's results before a year let one expect of a later one, as a residual. */
  double expected(int school, int before, int year) {
    double[] coefficients = of(school, before, year).coefficients.clone();
    coefficients[year] -= 1;
    return -sum(school, coefficients);
  }

  double variance(int school, double[] coefficients) {
    return model.variance(school, coefficients);
  }

  private Surprise surprise(int school, int before, int year, Forecast forecast) {
    if (!courses.has(school, year) || !model.knows(year) || !hasHistory(school, before)) {
      return null;
    }
    double[] coefficients = forecast.coefficients(year);
    for (int t = 0; t < coefficients.length; t++) {
      coefficients[t] = -coefficients[t];
    }
    coefficients[year] += 1;
    return new Surprise(coefficients, model.variance(school, coefficients), forecast.doubt(year));
  }

  private boolean hasHistory(int school, int before) {
    return IntStream.range(0, before).anyMatch(t -> courses.has(school, t) && model.knows(t));
  }

  private double sum(int school, double[] coefficients) {
    double sum = 0;
    for (int t = 0; t < coefficients.length; t++) {
      if (coefficients[t] != 0) {
        sum += coefficients[t] * model.residual(school, t);
      }
    }
    return sum;
  }

  /** By school those whose shrunken levels and trends, in the result's unit, lie nearest. */
  private static int[][] nearest(Outlook outlook, int near) {
    int[] known = outlook.known;
    double[][] points =
        Arrays.stream(known).mapToObj(s -> outlook.points[s]).toArray(double[][]::new);
    List<List<Near>> found =
        new NearestPoints(points, new int[known.length], 0, near, Double.POSITIVE_INFINITY).all();
    int[][] nearest = new int[outlook.points.length][];
    for (int i = 0; i < known.length; i++) {
      nearest[known[i]] = found.get(i).stream().mapToInt(other -> known[other.index()]).toArray();
    }
    return nearest;
  }
}
