package io.levelfield.context;

import io.levelfield.model.Passport;
import io.levelfield.model.RankInterval;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.Quantile;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far a school's rank depends on choices that could have been made otherwise: the index is made
 * again many times, each with normalisation, aggregation, weights, the treatment of gaps and an
 * indicator to do without chosen at random (OECD/JRC, Handbook on Constructing Composite
 * Indicators, 2008, ch. 7).
 */
final class RankUncertainty {
  private static final Normalisation[] NORMALISATIONS = {
    Normalisation.Z, Normalisation.MIN_MAX, Normalisation.PERCENTILE_RANK
  };
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final double LOWEST = 0.25;

  /** Replicates of one task: a task each would cost more than its work. */
  private static final int BLOCK = 25;

  private RankUncertainty() {}

  /** What replicates share and none changes. */
  private static final class Shared implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@code [normalisation][school][indicator]}, NaN for a gap. */
    private final double[][][] values;

    /** {@code [normalisation][indicator]}. */
    private final double[][] medians;

    /** Of the headline index, adding up to 1. */
    private final double[] weights;

    Shared(double[][][] values, double[][] medians, double[] weights) {
      this.values = values;
      this.medians = medians;
      this.weights = weights;
    }
  }

  /**
   * Every school's interval.
   *
   * @param passports one per school
   * @param scales the indicators under each normalisation, in the order of {@link #normalisations}
   * @param weights of the headline index, none negative
   * @param spread by which a weight is changed at most, up or down, as a share of it
   * @param count replicates
   */
  static List<RankInterval> of(
      List<Passport> passports,
      List<List<IndicatorScale>> scales,
      double[] weights,
      double spread,
      int count,
      Replicates replicates,
      long seed) {
    double[][][] values = new double[scales.size()][passports.size()][];
    double[][] medians = new double[scales.size()][];
    for (int m = 0; m < values.length; m++) {
      List<IndicatorScale> own = scales.get(m);
      for (int i = 0; i < passports.size(); i++) {
        Passport passport = passports.get(i);
        values[m][i] =
            own.stream().mapToDouble(s -> s.oriented(passport).orElse(Double.NaN)).toArray();
      }
      medians[m] = medians(values[m], own.size());
    }
    var shared = new Shared(values, medians, weights.clone());
    int blocks = (count + BLOCK - 1) / BLOCK;
    List<int[][]> ranks =
        replicates.run(
            shared,
            blocks,
            (data, block) -> {
              int[][] own = new int[Math.min(BLOCK, count - block * BLOCK)][];
              for (int r = 0; r < own.length; r++) {
                own[r] = ranks(data, spread, RandomStream.at(seed, block * (long) BLOCK + r));
              }
              return own;
            });
    return intervals(passports, ranks, count);
  }

  /** The normalisations that replicates choose from. */
  static List<Normalisation> normalisations() {
    return List.of(NORMALISATIONS);
  }

  private static double[] medians(double[][] values, int indicators) {
    double[] medians = new double[indicators];
    for (int j = 0; j < indicators; j++) {
      int indicator = j;
      double[] known =
          Arrays.stream(values)
              .mapToDouble(v -> v[indicator])
              .filter(v -> !Double.isNaN(v))
              .toArray();
      medians[j] = known.length == 0 ? Double.NaN : Descriptive.median(known);
    }
    return medians;
  }

  /** One replicate: the index made otherwise, as ranks. */
  private static int[] ranks(Shared shared, double spread, SplittableRandom random) {
    int way = random.nextInt(NORMALISATIONS.length);
    Aggregation uneven =
        NORMALISATIONS[way] == Normalisation.Z
            ? Aggregation.MAZZIOTTA_PARETO
            : Aggregation.GEOMETRIC;
    Aggregation aggregation = random.nextBoolean() ? Aggregation.ARITHMETIC : uneven;
    boolean fill = random.nextBoolean();
    int indicators = shared.weights.length;
    int without = indicators > 2 ? random.nextInt(indicators + 1) : indicators;
    double[] weights = new double[indicators];
    double sum = 0;
    for (int j = 0; j < indicators; j++) {
      double changed = 1 - spread + 2 * spread * random.nextDouble();
      weights[j] = j == without ? 0 : shared.weights[j] * changed;
      sum += weights[j];
    }
    double[] index = new double[shared.values[0].length];
    double[] values = new double[indicators];
    for (int j = 0; j < indicators; j++) {
      weights[j] /= sum;
    }
    for (int i = 0; i < index.length; i++) {
      for (int j = 0; j < indicators; j++) {
        double value = shared.values[way][i][j];
        boolean gap = Double.isNaN(value);
        values[j] = j == without ? Double.NaN : gap && fill ? shared.medians[way][j] : value;
      }
      index[i] =
          Aggregator.index(aggregation, Aggregator.contributions(aggregation, values, weights));
    }
    return ranks(index);
  }

  /** 1 and the number of schools that are better off. */
  private static int[] ranks(double[] index) {
    double[] sorted = index.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      int notBetter = Arrays.binarySearch(sorted, index[i]);
      while (notBetter < sorted.length && sorted[notBetter] == index[i]) {
        notBetter++;
      }
      ranks[i] = 1 + sorted.length - notBetter;
    }
    return ranks;
  }

  private static List<RankInterval> intervals(
      List<Passport> passports, List<int[][]> blocks, int count) {
    int schools = passports.size();
    List<RankInterval> intervals = new ArrayList<>();
    for (int i = 0; i < schools; i++) {
      double[] ranks = new double[count];
      int lowest = 0;
      int at = 0;
      for (int[][] block : blocks) {
        for (int[] replicate : block) {
          ranks[at++] = replicate[i];
          lowest += replicate[i] > (1 - LOWEST) * schools ? 1 : 0;
        }
      }
      Arrays.sort(ranks);
      intervals.add(
          new RankInterval(
              passports.get(i).schoolId(),
              passports.get(i).year(),
              Quantile.ofSorted(ranks, 0.5),
              Quantile.ofSorted(ranks, LOW),
              Quantile.ofSorted(ranks, HIGH),
              (double) lowest / count));
    }
    return intervals;
  }
}
