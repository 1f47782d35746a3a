package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers as they are on every JDK: tables and samples rest on them. */
class RandomStreamTest {

  @Test
  void givesTheNumbersItAlwaysGave() {
    RandomStream random = RandomStream.from(42);

    assertThat(random.nextLong()).isEqualTo(-4767286540954276203L);
    assertThat(random.nextInt(100)).isEqualTo(56);
    assertThat(random.nextInt(1 << 20)).isEqualTo(677282);
    assertThat(random.nextDouble()).isEqualTo(0.34419071652363753);
    assertThat(random.nextGaussian()).isEqualTo(0.04410488558367284);
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += random.nextGaussian() * (i % 7);
    }
    assertThat(sum).isEqualTo(1289.295654065864);
  }

  @Test
  void everyValueBelowABoundIsAsLikely() {
    RandomStream random = RandomStream.at(7, 1);
    int[] counts = new int[6];
    random.indices(60_000, 6).forEach(value -> counts[value]++);

    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
  }

  @Test
  void normalNumbersAreNormal() {
    RandomStream random = RandomStream.at(11);
    double[] values = new double[100_000];
    Arrays.setAll(values, i -> random.nextGaussian());

    assertThat(Descriptive.mean(values)).isBetween(-.02, .02);
    assertThat(Descriptive.sd(values)).isBetween(.99, 1.01);
    assertThat(Arrays.stream(values).filter(value -> value > 1.959964).count() / 1e5)
        .isBetween(.023, .027);
  }

  @Test
  void addressesDoNotShareNumbers() {
    assertThat(RandomStream.at(1, 2, 3).nextLong())
        .isNotEqualTo(RandomStream.at(1, 3, 2).nextLong())
        .isNotEqualTo(RandomStream.at(2, 2, 3).nextLong())
        .isEqualTo(RandomStream.at(1, 2, 3).nextLong());
  }
}
