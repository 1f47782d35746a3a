package io.levelfield.context;

import io.levelfield.model.context.ChoiceInfluence.Choice;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import java.util.Arrays;
import java.util.function.Function;

/**
 * How one replicate of the index is made. Each choice is drawn from a random stream of its own, so
 * that one of them can be taken from another replicate and all others stay.
 *
 * @param way normalisation and aggregation
 * @param weights adding up to 1, 0 for an indicator that is left out
 * @param gaps draw that gaps are filled from; {@link #LEFT} where they stay
 * @param pupils draw that values estimated from pupils are taken from
 * @param sample seed of the draw that counts of a sample are taken from
 */
record IndexChoices(Way way, Weights weights, int gaps, int pupils, long sample) {
  static final int LEFT = -1;

  /** Normalisation and the aggregations that fit it. */
  enum Way {
    Z_ARITHMETIC(0, Aggregation.ARITHMETIC),
    Z_MAZZIOTTA_PARETO(0, Aggregation.MAZZIOTTA_PARETO),
    MIN_MAX_ARITHMETIC(1, Aggregation.ARITHMETIC),
    MIN_MAX_GEOMETRIC(1, Aggregation.GEOMETRIC),
    PERCENTILE_RANK_ARITHMETIC(2, Aggregation.ARITHMETIC),
    PERCENTILE_RANK_GEOMETRIC(2, Aggregation.GEOMETRIC);

    private final int normalisation;
    private final Aggregation aggregation;

    Way(int normalisation, Aggregation aggregation) {
      this.normalisation = normalisation;
      this.aggregation = aggregation;
    }

    /** Its place among {@link IndexValues#NORMALISATIONS}. */
    int normalisation() {
      return normalisation;
    }

    Aggregation aggregation() {
      return aggregation;
    }

    static Way of(int normalisation, Aggregation aggregation) {
      return Arrays.stream(values())
          .filter(way -> way.normalisation == normalisation && way.aggregation == aggregation)
          .findFirst()
          .orElseThrow();
    }

    /** The aggregation that unevenness costs under. */
    private static Way uneven(int normalisation) {
      return Arrays.stream(values())
          .filter(way -> way.normalisation == normalisation)
          .filter(way -> way.aggregation != Aggregation.ARITHMETIC)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Weights by indicator. */
  static final class Weights {
    private final double[] shares;

    private Weights(double[] shares) {
      this.shares = shares;
    }

    double of(int indicator) {
      return shares[indicator];
    }

    double[] shares() {
      return shares.clone();
    }
  }

  /** Where each choice of a replicate comes from. */
  interface Source extends Function<Choice, RandomStream> {}

  /** Every choice of one replicate. */
  static Source replicate(long seed, long number) {
    return choice -> stream(seed, number, choice);
  }

  /** A replicate but for one choice, which comes from another. */
  static Source replicate(long seed, long number, Choice swapped, long other) {
    return choice -> stream(seed, choice == swapped ? other : number, choice);
  }

  private static RandomStream stream(long seed, long number, Choice choice) {
    return RandomStream.at(seed, number, choice.name().hashCode());
  }

  /**
   * Draws the choices.
   *
   * @param headline weights of the headline index, adding up to 1
   * @param spread by which a weight is changed at most, up or down, as a share of it
   * @param draws of gaps and of pupils
   */
  static IndexChoices drawn(Source source, double[] headline, double spread, int draws) {
    int normalisation =
        source.apply(Choice.NORMALISATION).nextInt(IndexValues.NORMALISATIONS.size());
    boolean uneven = source.apply(Choice.AGGREGATION).nextBoolean();
    RandomStream gaps = source.apply(Choice.GAPS);
    int indicators = headline.length;
    // Of two indicators neither can be left out: the other would be the index.
    int without =
        indicators > 2 ? source.apply(Choice.LEFT_OUT).nextInt(indicators + 1) : indicators;
    RandomStream changes = source.apply(Choice.WEIGHTS);
    double[] weights = new double[indicators];
    double sum = 0;
    for (int j = 0; j < indicators; j++) {
      double changed = headline[j] * (1 - spread + 2 * spread * changes.nextDouble());
      // What bears all the weight cannot be left out.
      weights[j] = j == without && headline[j] < 1 ? 0 : changed;
      sum += weights[j];
    }
    for (int j = 0; j < indicators; j++) {
      weights[j] /= sum;
    }
    RandomStream pupils = source.apply(Choice.PUPILS);
    return new IndexChoices(
        uneven ? Way.uneven(normalisation) : Way.of(normalisation, Aggregation.ARITHMETIC),
        new Weights(weights),
        gaps.nextBoolean() ? gaps.nextInt(draws) : LEFT,
        pupils.nextInt(draws),
        pupils.nextLong());
  }
}
