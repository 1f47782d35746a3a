package io.levelfield.support.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.input.ScorePairs;
import io.levelfield.model.support.GrowthMethod;
import io.levelfield.study.GrowthSettings;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthPercentilesTest {

  private static GrowthSettings settings(int groups, int least, int size) {
    return new GrowthSettings(null, null, null, null, groups, least, size, null, null, null);
  }

  @Test
  void aPupilsPlaceIsAmongThoseWithAlikeEarlierResults() {
    List<ScorePairs> schools =
        List.of(
            ScorePairs.of(new double[] {20, 10, 10}, new double[] {5, 9, 5}),
            ScorePairs.of(new double[] {20, 20, 10}, new double[] {9, 5, 7}));

    GrowthScale scale = GrowthPercentiles.of(schools, settings(2, 2, 3)).orElseThrow();

    assertThat(scale.method()).isEqualTo(GrowthMethod.GROWTH_PERCENTILE);
    assertThat(scale.growth(10, 5)).isCloseTo(100 * 0.5 / 3, within(1e-12));
    assertThat(scale.growth(10, 7)).isEqualTo(scale.neutral());
    assertThat(scale.growth(10, 9)).isCloseTo(100 * 2.5 / 3, within(1e-12));
    assertThat(scale.growth(20, 5)).isCloseTo(100 * 1.0 / 3, within(1e-12));
    assertThat(scale.growth(20, 9)).isCloseTo(100 * 2.5 / 3, within(1e-12));
  }

  @Test
  void thereAreNoneWherePupilsMakeTooFewGroups() {
    List<ScorePairs> pupils =
        List.of(
            ScorePairs.of(new double[] {10, 10, 10, 20, 20, 20}, new double[] {1, 2, 3, 4, 5, 6}));

    assertThat(GrowthPercentiles.of(pupils, settings(2, 2, 4))).isEmpty();
    assertThat(GrowthPercentiles.of(pupils, settings(2, 1, 7))).isEmpty();
    assertThat(GrowthPercentiles.of(pupils, settings(2, 1, 4))).isPresent();
    // Two scores cannot make five groups, and need not.
    assertThat(GrowthPercentiles.of(pupils, settings(20, 5, 3))).isPresent();
  }

  /** Where the later result follows the earlier one, growth does not depend on where one began. */
  @Test
  void growthDoesNotFavourThoseWhoBeganLowOrHigh() {
    var random = new Random(7);
    int pupils = 20_000;
    double[] earlier = IntStream.range(0, pupils).mapToDouble(i -> random.nextInt(101)).toArray();
    double[] later =
        IntStream.range(0, pupils)
            .mapToDouble(i -> Math.rint(0.6 * earlier[i] + 10 * random.nextGaussian()))
            .toArray();

    GrowthScale scale =
        GrowthPercentiles.of(List.of(ScorePairs.of(earlier, later)), settings(20, 5, 30))
            .orElseThrow();

    double low = mean(scale, earlier, later, 0, 33);
    double high = mean(scale, earlier, later, 67, 100);
    assertThat(low).isCloseTo(50, within(1.5));
    assertThat(high).isCloseTo(50, within(1.5));
    assertThat(mean(scale, earlier, later, 0, 100)).isCloseTo(50, within(1e-9));
  }

  private static double mean(
      GrowthScale scale, double[] earlier, double[] later, double from, double to) {
    return IntStream.range(0, earlier.length)
        .filter(i -> earlier[i] >= from && earlier[i] <= to)
        .mapToDouble(i -> scale.growth(earlier[i], later[i]))
        .average()
        .orElseThrow();
  }
}
