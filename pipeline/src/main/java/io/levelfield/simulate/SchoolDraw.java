package io.levelfield.simulate;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.simulate.Sitting.Cohort;
import io.levelfield.stats.NormalTail;
import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One school of a drawn district. Its examinations are asked for in their order; parts that they
 * share are drawn when the first of them asks.
 */
final class SchoolDraw {
  private static final long DISTRICT = 0x64697374;
  private static final long SCHOOL = 0x7363686f;

  private final Components components;
  private final Trend trend;
  private final RandomStream random;
  private final boolean indexKnown;
  private final double ofIndex;
  private final double school;
  private final double slope;
  private final Map<String, Double> examinations = new HashMap<>();
  private final Map<Integer, Double> years = new HashMap<>();
  private final Map<Cohort, double[]> cohorts = new HashMap<>();

  /**
   * @param trendSd standard deviation of schools' changes a year, in that of true levels
   * @param index standardised
   */
  SchoolDraw(
      Components components,
      Trend trend,
      double trendSd,
      Optional<Double> index,
      RandomStream random) {
    this.components = components;
    this.trend = trend;
    this.random = random;
    double slopeOnIndex = components.context();
    double own = random.nextGaussian();
    indexKnown = index.isPresent();
    ofIndex = indexKnown ? slopeOnIndex * index.get() : 0;
    school =
        indexKnown
            ? ofIndex
                + Math.sqrt(Math.max(0, components.school() - slopeOnIndex * slopeOnIndex)) * own
            : Math.sqrt(components.school()) * own;
    slope = trendSd * random.nextGaussian();
  }

  static RandomStream stream(long seed, int number, String school) {
    long[] letters = school.chars().asLongStream().toArray();
    long[] address = new long[letters.length + 2];
    address[0] = SCHOOL;
    address[1] = number;
    System.arraycopy(letters, 0, address, 2, letters.length);
    return RandomStream.at(seed, address);
  }

  /** How far schools' changes spread in a district, from what the run believes of it. */
  static double trendSd(Trend trend, long seed, int number) {
    double probability = RandomStream.at(seed, DISTRICT, number).nextDouble();
    return trend.slopes().map(own -> own.deviation(probability) / trend.unit()).orElse(0.0);
  }

  /**
   * A school's true level in an examination, in standard deviations of true levels.
   *
   * @param lasting without good and bad years
   * @param ofYear as it was in the year
   * @param sd of {@code ofYear} over schools: above 1 where schools' changes have had time to tell
   * @param ofIndex what the index makes of both
   * @param besides {@code sd} over schools of the same index
   */
  record Level(double lasting, double ofYear, double sd, double ofIndex, double besides) {

    /** The lasting level as a result, where the examination gave one. */
    Optional<ResultTally> lasting(Sitting sitting) {
      if (sitting.shape().standing(sitting.tally()).isEmpty()) {
        return Optional.empty();
      }
      MeasureShape shape = sitting.shape();
      long n = sitting.participants();
      double mean = shape.level(lasting);
      double sdOfPupils = shape.within();
      if (!shape.means()) {
        double below = below(sitting, lasting);
        mean = 1 - below;
        sdOfPupils = Math.sqrt(below * (1 - below));
      }
      return Optional.of(
          new ResultTally(
              sitting.tally().key(),
              OptionalLong.of(n),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalDouble.of(mean),
              n > 1 ? OptionalDouble.of(sdOfPupils) : OptionalDouble.empty(),
              new ScoreHistogram()));
    }

    /** The true share of the year below the minimum, where the source counts who is. */
    OptionalDouble below(Sitting sitting) {
      return sitting.shape().counts() && sitting.tally().belowMinimum().isPresent()
          ? OptionalDouble.of(below(sitting, ofYear))
          : OptionalDouble.empty();
    }

    /** The share that goes with a level, among schools of the same kind. */
    private double below(Sitting sitting, double level) {
      double standing = sitting.shape().sharesByIndex() ? (level - ofIndex) / besides : level / sd;
      return sitting.shape().share(NormalTail.above(0, -standing, 1), sitting.tally().schoolId());
    }
  }

  /** Draws the true level of an examination. */
  Level level(Sitting sitting) {
    double lasting =
        school
            + slope * (sitting.year() - trend.middle())
            + part(components.examination(), examinations, sitting.examination());
    double ofYear =
        lasting
            + part(components.year(), years, sitting.year())
            + Math.sqrt(components.rest()) * random.nextGaussian();
    double others =
        components.school() + components.examination() + components.year() + components.rest();
    double variance = others + trend.variance(sitting.year());
    double indexVariance = indexKnown ? Math.pow(components.context(), 2) : 0;
    return new Level(
        lasting, ofYear, Math.sqrt(variance), ofIndex, Math.sqrt(variance - indexVariance));
  }

  private <K> double part(double variance, Map<K, Double> drawn, K key) {
    return Math.sqrt(variance) * drawn.computeIfAbsent(key, k -> random.nextGaussian());
  }

  /**
   * Lets the school's pupils sit an examination. A pupil is below the minimum whose score is among
   * the true share of the lowest, so that counts and means are of the same pupils.
   *
   * @param share of those below; absent where the source does not count them
   */
  ResultTally sat(Sitting sitting, Level level, OptionalDouble share) {
    double[] scores = scores(sitting);
    double cut = share.isPresent() ? NormalTail.quantile(share.getAsDouble()) : 0;
    double sum = 0;
    long below = 0;
    for (double score : scores) {
      sum += score;
      below += score < cut ? 1 : 0;
    }
    double mean = sum / scores.length;
    double squares = 0;
    for (double score : scores) {
      squares += (score - mean) * (score - mean);
    }
    ResultTally tally = sitting.tally();
    MeasureShape shape = sitting.shape();
    return new ResultTally(
        tally.key(),
        OptionalLong.of(scores.length),
        share.isPresent() ? OptionalLong.of(below) : OptionalLong.empty(),
        OptionalLong.empty(),
        tally.mean().isPresent() && shape.means()
            ? OptionalDouble.of(shape.level(level.ofYear()) + shape.within() * mean)
            : OptionalDouble.empty(),
        tally.sd().isPresent() && scores.length > 1
            ? OptionalDouble.of(shape.within() * Math.sqrt(squares / (scores.length - 1)))
            : OptionalDouble.empty(),
        new ScoreHistogram());
  }

  /** Standard normal scores of the pupils, those of a cohort going together. */
  private double[] scores(Sitting sitting) {
    double common = Math.sqrt(components.pupils());
    double own = Math.sqrt(1 - components.pupils());
    int n = Math.toIntExact(sitting.participants());
    double[] able = cohorts.merge(sitting.cohort(), normals(0), (a, b) -> a);
    if (able.length < n) {
      double[] more = normals(n - able.length);
      double[] all = Arrays.copyOf(able, n);
      System.arraycopy(more, 0, all, able.length, more.length);
      cohorts.put(sitting.cohort(), all);
      able = all;
    }
    double[] scores = normals(n);
    for (int i = 0; i < n; i++) {
      scores[i] = common * able[i] + own * scores[i];
    }
    return scores;
  }

  private double[] normals(int count) {
    double[] normals = new double[count];
    Arrays.setAll(normals, i -> random.nextGaussian());
    return normals;
  }
}
