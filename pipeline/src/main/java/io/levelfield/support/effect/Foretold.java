package io.levelfield.support.effect;

import io.levelfield.stats.Courses;
import io.levelfield.stats.GrowthModel;
import io.levelfield.stats.GrowthModel.Forecast;
import java.util.Arrays;
import java.util.Comparator;
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
  private final int[][][] nearest;

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
   */
  Foretold(Courses courses, GrowthModel model, int[] pool) {
    this.courses = courses;
    this.model = model;
    int schools = courses.units();
    int years = courses.times();
    surprises = new Surprise[years][years][schools];
    nearest = new int[years][][];
    for (int before = 1; before < years; before++) {
      double[] level = new double[schools];
      double[] trend = new double[schools];
      for (int school : pool) {
        Forecast forecast = model.forecast(school, before);
        for (int year = before; year < years; year++) {
          surprises[before][year][school] = surprise(school, before, year, forecast);
        }
        level[school] = sum(school, forecast.coefficients(before));
        trend[school] = sum(school, forecast.slope()) * (years - before);
      }
      nearest[before] = ordered(before, pool, level, trend);
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

  /** The other schools, those first whose level and trend before a year were most like it. */
  int[] nearest(int school, int before) {
    return nearest[before][school];
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

  /**
   * Orders schools by how far apart their shrunken levels and trends put them, in the result's
   * unit.
   *
   * @param level when support began
   * @param trend what it adds until the last year
   */
  private int[][] ordered(int before, int[] pool, double[] level, double[] trend) {
    int[][] order = new int[level.length][];
    for (int own : pool) {
      double[] apart = new double[level.length];
      for (int other : pool) {
        apart[other] = Math.hypot(level[other] - level[own], trend[other] - trend[own]);
      }
      order[own] =
          Arrays.stream(pool)
              .filter(other -> other != own && hasHistory(other, before))
              .boxed()
              .sorted(Comparator.comparingDouble((Integer other) -> apart[other]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return order;
  }
}
