package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharePriorTest {
  private static SharePrior bySize(long[] x, long[] n) {
    return SharePrior.fit(x, n, logs(n), new double[n.length]);
  }

  private static double[] logs(long[] n) {
    return Arrays.stream(n).mapToDouble(size -> Math.log((double) Math.max(1, size))).toArray();
  }

  private static SharePosterior posterior(SharePrior prior, long x, long n) {
    return prior.posterior(prior.kind(Math.log((double) n)), x, n);
  }

  /** With a beta prior that is known, cells give what the formula gives. */
  @ParameterizedTest
  @CsvSource({"3, 8", "0, 5", "5, 5", "30, 100", "4000, 10000"})
  void cellsGiveTheBetaPosterior(long x, long n) {
    var exact = BetaPosterior.of(x, n, .12, 12);
    var cells = KnownBeta.posterior(x, n, .12, 12);

    assertThat(cells.mean()).isCloseTo(exact.mean(), within(2e-3));
    assertThat(cells.probabilityAtLeast(.3)).isCloseTo(exact.probabilityAtLeast(.3), within(6e-3));
  }

  /** The case of ten schools of ten pupils: 31 of 100 below in all. */
  @Test
  void tenAlikeSchoolsLeaveTheirShareOpen() {
    long[] n = new long[10];
    Arrays.fill(n, 10);
    for (int below : new int[] {29, 31}) {
      long[] x = {3, 3, 3, 3, 3, 3, 3, 3, 3, below - 27};
      SharePosterior three = posterior(bySize(x, n), 3, 10);

      assertThat(three.probabilityAtLeast(.3)).isBetween(.35, .65);
    }
  }

  @Test
  void theOrderOfSchoolsChangesNothing() {
    var random = new SplittableRandom(4);
    long[] n = new long[40];
    long[] x = new long[n.length];
    Arrays.setAll(n, i -> random.nextInt(3, 30));
    Arrays.setAll(x, i -> random.nextLong(n[i] / 2 + 1));
    SharePrior one = bySize(x, n);
    SharePrior other = bySize(reversed(x), reversed(n));

    assertThat(posterior(other, 2, 7).mean()).isEqualTo(posterior(one, 2, 7).mean());
    assertThat(other.concentration()).isEqualTo(one.concentration());
    assertThat(other.shape()).isEqualTo(one.shape());
  }

  private static long[] reversed(long[] values) {
    long[] reversed = new long[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  @Test
  void manySchoolsShowTheFormOfTheirShares() {
    var random = new SplittableRandom(8);
    var shares = new BetaDistribution(.15 * 12, .85 * 12);
    long[] n = new long[400];
    long[] alike = new long[n.length];
    long[] twoKinds = new long[n.length];
    long[] bySize = new long[n.length];
    for (int i = 0; i < n.length; i++) {
      n[i] = random.nextInt(5, 60);
      alike[i] = below(random, n[i], shares.inverseCumulativeProbability(random.nextDouble()));
      twoKinds[i] = below(random, n[i], random.nextInt(4) == 0 ? .5 : .08);
      bySize[i] = below(random, n[i], n[i] < 25 ? .35 : .12);
    }

    SharePrior beta = bySize(alike, n);
    assertThat(beta.shape()).isEqualTo("beta");
    assertThat(beta.mean()).isCloseTo(.15, within(.02));
    assertThat(beta.concentrationInterval(.95).contains(12)).isTrue();
    assertThat(bySize(twoKinds, n).shape()).isEqualTo("two-betas");
    assertThat(bySize(bySize, n).moving()).isTrue();
  }

  private static long below(SplittableRandom random, long n, double share) {
    return random.doubles(n).filter(u -> u < share).count();
  }

  @Test
  void nobodyAndEverybodyBelowAndSinglePupilsAreNoTrouble() {
    SharePosterior nobody = posterior(bySize(new long[3], new long[] {5, 1, 13}), 0, 5);
    assertThat(nobody.mean()).isBetween(0.0, .15);
    SharePosterior everybody =
        posterior(bySize(new long[] {5, 1, 13}, new long[] {5, 1, 13}), 5, 5);
    assertThat(everybody.mean()).isBetween(.85, 1.0);
    SharePosterior single =
        posterior(bySize(new long[] {1, 0, 0, 0}, new long[] {1, 1, 1, 1}), 1, 1);
    assertThat(single.probabilityAtLeast(.3)).isBetween(.1, .9);
  }

  /** Three thousand million pupils in each of three schools. */
  @Test
  void countsOfAnySizeCostTheSame() {
    long many = 3_000_000_000L;
    long[] n = {many, many, many, 20};
    long[] x = {many / 10, many / 5, 2 * many / 5, 6};
    SharePrior prior = bySize(x, n);

    assertThat(posterior(prior, x[0], many).probabilityAtLeast(.3)).isLessThan(1e-9);
    assertThat(posterior(prior, x[2], many).probabilityAtLeast(.3)).isGreaterThan(1 - 1e-9);
    assertThat(posterior(prior, x[2], many).mean()).isCloseTo(.4, within(1e-6));
    assertThat(posterior(prior, 6, 20).mean()).isBetween(.2, .4);
    assertThat(BinomialTail.atLeast(many / 2, many, .5)).isCloseTo(.5, within(1e-4));
    assertThat(WilsonInterval.of(many / 2, many, .9).low()).isCloseTo(.5, within(1e-4));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatThrownBy(() -> bySize(new long[] {4}, new long[] {3}))
        .hasMessage("4 of 3 is no share");
    assertThatThrownBy(() -> bySize(new long[1], new long[1])).hasMessage("nobody took part");
  }
}
