package io.levelfield.support.growth;

import io.levelfield.model.input.ScorePairs;
import io.levelfield.model.support.GrowthMethod;
import io.levelfield.study.GrowthSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.util.ResizableDoubleArray;

/**
 * A pupil's place by the later result among the pupils whose earlier results are alike: conditional
 * quantiles as in student growth percentiles, by groups instead of splines.
 *
 * @see <a href="https://doi.org/10.1111/j.1745-3992.2009.00153.x">Betebenner (2009)</a>
 */
final class GrowthPercentiles implements GrowthScale {
  private static final double NEUTRAL = 50;

  /** Lowest earlier score of each group, ascending. */
  private final double[] lowest;

  private final List<MidRanks> groups;

  private GrowthPercentiles(double[] lowest, List<MidRanks> groups) {
    this.lowest = lowest;
    this.groups = groups;
  }

  /**
   * Percentiles among these pupils, or none where they make too few groups. Pupils with the same
   * earlier score are never parted: a scale of few marks makes a group of each.
   */
  static Optional<GrowthPercentiles> of(List<ScorePairs> pupils, GrowthSettings settings) {
    double[] earlier =
        pupils.stream()
            .flatMapToDouble(pairs -> IntStream.range(0, pairs.size()).mapToDouble(pairs::earlier))
            .sorted()
            .toArray();
    double[] lowest = lowest(earlier, settings);
    long scores = Arrays.stream(earlier).distinct().count();
    if (earlier.length < settings.groupSize()
        || lowest.length < Math.min(settings.leastGroups(), scores)) {
      return Optional.empty();
    }
    List<ResizableDoubleArray> later =
        Arrays.stream(lowest).mapToObj(group -> new ResizableDoubleArray()).toList();
    for (ScorePairs pairs : pupils) {
      for (int i = 0; i < pairs.size(); i++) {
        later.get(group(lowest, pairs.earlier(i))).addElement(pairs.later(i));
      }
    }
    List<MidRanks> groups = later.stream().map(own -> new MidRanks(own.getElements())).toList();
    return Optional.of(new GrowthPercentiles(lowest, groups));
  }

  /** Where groups begin: each as large as an even share of the pupils and as a group must be. */
  private static double[] lowest(double[] earlier, GrowthSettings settings) {
    double size = Math.max(settings.groupSize(), (double) earlier.length / settings.groups());
    double[] lowest = new double[earlier.length];
    int groups = 0;
    int from = 0;
    for (int i = 0; i < earlier.length; i++) {
      boolean parted = i == 0 || earlier[i] != earlier[i - 1];
      boolean full = i - from >= size && earlier.length - i >= settings.groupSize();
      if (i == 0 || (parted && full)) {
        lowest[groups++] = earlier[i];
        from = i;
      }
    }
    return Arrays.copyOf(lowest, groups);
  }

  private static int group(double[] lowest, double earlier) {
    int at = Arrays.binarySearch(lowest, earlier + 0.0);
    return at >= 0 ? at : -at - 2;
  }

  @Override
  public GrowthMethod method() {
    return GrowthMethod.GROWTH_PERCENTILE;
  }

  @Override
  public double growth(double earlier, double later) {
    return groups.get(group(lowest, earlier)).of(later);
  }

  @Override
  public double neutral() {
    return NEUTRAL;
  }
}
