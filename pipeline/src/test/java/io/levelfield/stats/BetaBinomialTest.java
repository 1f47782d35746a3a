package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {

  @ParameterizedTest
  @CsvSource({"3, 8, .22, .19", "30, 100, .28, .32", "4, 8, .27, .37"})
  void posteriorWeighsASchoolAgainstTheOthers(long x, long n, double share, double probability) {
    BetaPosterior posterior = BetaPosterior.of(x, n, .12, 12);

    print(
        "%d of %d with μ = .12, M = 12: share %.4f, P(≥ .30) %.4f",
        x, n, posterior.mean(), posterior.probabilityAtLeast(.30));
    assertThat(posterior.mean()).isCloseTo(share, within(.005));
    assertThat(posterior.probabilityAtLeast(.30)).isCloseTo(probability, within(.007));
  }

  @Test
  void posteriorIntervalHoldsItsProbability() {
    BetaPosterior posterior = BetaPosterior.of(3, 8, .12, 12);
    Interval interval = posterior.interval(.9);

    assertThat(posterior.probabilityAtLeast(interval.low())).isCloseTo(.95, within(1e-6));
    assertThat(posterior.probabilityAtLeast(interval.high())).isCloseTo(.05, within(1e-6));
    assertThat(interval.contains(posterior.mean())).isTrue();
  }

  /** The likelihood written with gamma functions, searched over a fine grid around the fit. */
  @Test
  void fitIsTheTopOfTheLikelihood() {
    long[] x = {1, 0, 4, 2, 0, 7, 1, 3, 9, 0};
    long[] n = {9, 6, 11, 25, 8, 14, 30, 12, 20, 5};
    BetaBinomialFit fit = BetaBinomialFit.fit(x, n);
    double top = logLikelihood(x, n, fit.mean(), fit.concentration());

    print("μ %.6f ± %.6f, M %.6f", fit.mean(), fit.meanSe(), fit.concentration());
    assertThat(fit.logLikelihood()).isCloseTo(top, within(1e-9));
    for (double dMu : new double[] {-1e-3, 0, 1e-3}) {
      for (double factor : new double[] {.99, 1, 1.01}) {
        double near = logLikelihood(x, n, fit.mean() + dMu, fit.concentration() * factor);
        assertThat(near).isLessThanOrEqualTo(top + 1e-10);
      }
    }
    assertThat(fit.meanSe()).isCloseTo(numericMeanSe(x, n, fit), within(1e-4));
  }

  private static double numericMeanSe(long[] x, long[] n, BetaBinomialFit fit) {
    double h = 1e-4;
    double mu = fit.mean();
    double m = fit.concentration();
    double k = m * h;
    double top = logLikelihood(x, n, mu, m);
    double mumu =
        (logLikelihood(x, n, mu + h, m) - 2 * top + logLikelihood(x, n, mu - h, m)) / (h * h);
    double mm =
        (logLikelihood(x, n, mu, m + k) - 2 * top + logLikelihood(x, n, mu, m - k)) / (k * k);
    double mixed =
        (logLikelihood(x, n, mu + h, m + k)
                - logLikelihood(x, n, mu + h, m - k)
                - logLikelihood(x, n, mu - h, m + k)
                + logLikelihood(x, n, mu - h, m - k))
            / (4 * h * k);
    return Math.sqrt(-mm / (mumu * mm - mixed * mixed));
  }

  private static double logLikelihood(long[] x, long[] n, double mu, double m) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += logBeta(x[i] + mu * m, n[i] - x[i] + (1 - mu) * m) - logBeta(mu * m, (1 - mu) * m);
    }
    return sum;
  }

  private static double logBeta(double a, double b) {
    return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
  }

  @Test
  void nobodyAndEverybodyBelowKeepTheMeanOffItsEnds() {
    BetaBinomialFit nobody = BetaBinomialFit.fit(new long[3], new long[] {5, 1, 13});
    assertThat(nobody.homogeneous()).isTrue();
    assertThat(nobody.mean()).isCloseTo(.5 / 20, within(1e-12));
    assertThat(nobody.posterior(0, 5).probabilityAtLeast(.3)).isCloseTo(0, within(1e-9));

    BetaBinomialFit everybody = BetaBinomialFit.fit(new long[] {5, 1, 13}, new long[] {5, 1, 13});
    assertThat(everybody.mean()).isCloseTo(1 - .5 / 20, within(1e-12));
    assertThat(everybody.posterior(5, 5).probabilityAtLeast(.3)).isCloseTo(1, within(1e-9));
    assertThat(everybody.meanInterval(.9).high()).isLessThan(1);
  }

  @Test
  void equalSharesOneSchoolAndSinglePupilsShowNoDifference() {
    long[] size = {10, 20, 30};
    assertThat(BetaBinomialFit.fit(new long[] {2, 4, 6}, size).homogeneous()).isTrue();
    BetaBinomialFit alone = BetaBinomialFit.fit(new long[] {3}, new long[] {8});
    assertThat(alone.homogeneous()).isTrue();
    assertThat(alone.mean()).isCloseTo(.375, within(1e-6));
    BetaBinomialFit singles = BetaBinomialFit.fit(new long[] {1, 0, 0, 0}, new long[] {1, 1, 1, 1});
    assertThat(singles.homogeneous()).isTrue();
    assertThat(singles.mean()).isCloseTo(.25, within(1e-6));
    assertThat(singles.logConcentrationSe()).isEmpty();
    assertThat(singles.concentrationInterval(.9).low()).as("anything goes").isLessThan(.002);
  }

  @Test
  void allOrNobodyInEachSchoolIsTheOtherEnd() {
    BetaBinomialFit fit = BetaBinomialFit.fit(new long[] {10, 0, 10}, new long[] {10, 10, 10});

    assertThat(fit.concentration()).isLessThan(.01);
    assertThat(fit.mean()).isCloseTo(2 / 3.0, within(1e-3));
    assertThat(fit.posterior(10, 10).mean()).isCloseTo(1, within(1e-3));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatThrownBy(() -> BetaBinomialFit.fit(new long[] {4}, new long[] {3}))
        .hasMessage("4 of 3 is no share");
    assertThatThrownBy(() -> BetaBinomialFit.fit(new long[1], new long[1]))
        .hasMessage("nobody took part");
  }

  /** Regions of 60 to 200 schools with 5 to 60 pupils each. */
  @ParameterizedTest
  @CsvSource({".12, 12, 1", ".15, 30, 2", ".30, 6, 3"})
  void recoversMeanAndConcentrationOfSimulatedRegions(double mu, double m, long seed) {
    int regions = 200;
    var random = RandomStream.from(seed);
    double[] means = new double[regions];
    double[] logConcentrations = new double[regions];
    int meanHeld = 0;
    int concentrationHeld = 0;
    for (int region = 0; region < regions; region++) {
      BetaBinomialFit fit = simulated(random, mu, m);
      means[region] = fit.mean();
      logConcentrations[region] = Math.log(fit.concentration());
      meanHeld += fit.meanInterval(.9).contains(mu) ? 1 : 0;
      concentrationHeld += fit.concentrationInterval(.9).contains(m) ? 1 : 0;
    }
    double bias = Descriptive.mean(means) - mu;
    double typical = Math.exp(Descriptive.median(logConcentrations));
    print(
        "μ %.2f, M %.0f, %d regions: bias of μ %+.5f (sd %.4f), median M %.2f, mean of log M %+.3f"
            + " (sd %.3f); 90 %% intervals hold μ in %.1f %%, M in %.1f %%",
        mu,
        m,
        regions,
        bias,
        Descriptive.sd(means),
        typical,
        Descriptive.mean(logConcentrations) - Math.log(m),
        Descriptive.sd(logConcentrations),
        100.0 * meanHeld / regions,
        100.0 * concentrationHeld / regions);
    assertThat(bias).isCloseTo(0, within(.003));
    assertThat(typical / m).isBetween(.9, 1.15);
    assertThat(meanHeld / (double) regions).isBetween(.83, .96);
    assertThat(concentrationHeld / (double) regions).isBetween(.83, .96);
  }

  private static BetaBinomialFit simulated(RandomStream random, double mu, double m) {
    int schools = random.nextInt(60, 201);
    long[] x = new long[schools];
    long[] n = new long[schools];
    var shares = new BetaDistribution(mu * m, (1 - mu) * m);
    for (int i = 0; i < schools; i++) {
      n[i] = random.nextInt(5, 61);
      double share = shares.inverseCumulativeProbability(random.nextDouble());
      x[i] = random.doubles(n[i]).filter(u -> u < share).count();
    }
    return BetaBinomialFit.fit(x, n);
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }

  @Test
  void manySchoolsCostNoMoreThanTheirLargest() {
    long[] x = new long[100_000];
    long[] n = new long[x.length];
    Arrays.setAll(n, i -> 5 + i % 200);
    Arrays.setAll(x, i -> n[i] * (i * 7L % 10) / 20);
    long start = System.nanoTime();
    BetaBinomialFit fit = BetaBinomialFit.fit(x, n);
    print(
        "100,000 schools: M %.2f in %d ms",
        fit.concentration(), (System.nanoTime() - start) / 1_000_000);

    assertThat(fit.schools()).isEqualTo(x.length);
    assertThat(fit.concentration()).isBetween(1.0, 20.0);
  }
}
