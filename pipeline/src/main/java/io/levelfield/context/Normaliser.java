package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import java.util.Arrays;

/**
 * Makes an indicator comparable with others by what the reference schools have; more is more
 * favourable. OECD/JRC, Handbook on Constructing Composite Indicators (2008), ch. 5.
 */
final class Normaliser {
  /** Ratio of a normal distribution's standard deviation to its median absolute deviation. */
  private static final double NORMAL = 1.4826;

  private Normaliser() {}

  /**
   * Chooses the transformation.
   *
   * @param key of the indicator, for messages
   * @param sign 1 where more is favourable, -1 where it is unfavourable
   * @param reference values of the reference schools, not all the same
   * @throws InputsRefused if the values do not allow it
   */
  static ValueFunction of(Normalisation normalisation, String key, int sign, double[] reference) {
    return switch (normalisation) {
      case Z -> {
        double mean = Descriptive.mean(reference);
        double sd = Descriptive.sd(reference);
        yield value -> sign * (value - mean) / sd;
      }
      case MIN_MAX -> {
        double lowest = Arrays.stream(reference).min().orElseThrow();
        double highest = Arrays.stream(reference).max().orElseThrow();
        double least = sign > 0 ? lowest : highest;
        yield value -> sign * (value - least) / (highest - lowest);
      }
      case PERCENTILE_RANK -> {
        double[] sorted = Arrays.stream(reference).map(value -> sign * value).sorted().toArray();
        yield value -> percentileRank(sorted, sign * value);
      }
      case ROBUST_Z -> {
        double median = Descriptive.median(reference);
        double scale =
            NORMAL
                * Descriptive.median(
                    Arrays.stream(reference).map(value -> Math.abs(value - median)).toArray());
        if (scale == 0) {
          throw new InputsRefused(Message.of("context.robust-z-cannot", key));
        }
        yield value -> sign * (value - median) / scale;
      }
    };
  }

  /** (Mean rank - 1/2) / n: the share of schools below, those level with it counting half. */
  private static double percentileRank(double[] sorted, double value) {
    int below = firstNotBelow(sorted, value);
    int notAbove = firstNotBelow(sorted, Math.nextUp(value));
    return (below + notAbove) / (2.0 * sorted.length);
  }

  private static int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
