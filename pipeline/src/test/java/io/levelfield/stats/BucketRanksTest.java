package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketRanksTest {

  /** Even, with ties, with one value far from all others, nearly all the same, all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"even", "ties", "outlier", "twins", "same", "tiny", "huge"})
  void ranksAreOneAndTheNumberOfGreaterValues(String kind) {
    var random = RandomStream.from(kind.hashCode());
    var ranks = new BucketRanks(500);
    for (int sample = 0; sample < 20; sample++) {
      double[] values = IntStream.range(0, 500).mapToDouble(i -> value(kind, i, random)).toArray();

      int[] expected =
          Arrays.stream(values)
              .mapToInt(own -> 1 + (int) Arrays.stream(values).filter(v -> v > own).count())
              .toArray();
      assertThat(ranks.descending(values)).isEqualTo(expected);
    }
  }

  private static double value(String kind, int i, RandomStream random) {
    return switch (kind) {
      case "even" -> random.nextDouble();
      case "ties" -> random.nextInt(10);
      case "outlier" -> i == 3 ? 1e12 : random.nextGaussian();
      case "twins" -> i < 400 ? 1 : random.nextGaussian();
      case "tiny" -> Double.MIN_VALUE * random.nextInt(1000);
      case "huge" -> (random.nextDouble() - 0.5) * Double.MAX_VALUE;
      default -> 0.25;
    };
  }
}
