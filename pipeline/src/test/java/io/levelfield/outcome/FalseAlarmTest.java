package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.stats.KnownBeta;
import io.levelfield.stats.RandomStream;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a sound school, with a true share of 15 % below the minimum, is called low in 7
 * procedures by the probability that its true share reaches 30 %. Where the distribution of shares
 * is not known but learnt from the district, {@code LowResultSimulationTest} tells.
 */
class FalseAlarmTest {
  private static final int PROCEDURES = 7;
  private static final int REQUIRED = 2;
  private static final double THRESHOLD = .30;
  private static final double SOUND = .15;
  private static final double PROBABILITY = .8;
  private static final int LARGEST = 100;

  @ParameterizedTest
  @CsvSource({".12, 12", ".15, 4", ".15, 12", ".15, 30", ".20, 8"})
  void probabilityAlarmsLessThanOnceInTwentyAtEverySize(double mu, double m) {
    double worst = 0;
    int worstSize = 0;
    for (int n = 1; n <= LARGEST; n++) {
      int size = n;
      double rate = flagged(n, SOUND, x -> probable(x, size, mu, m));
      if (rate > worst) {
        worst = rate;
        worstSize = n;
      }
    }
    print(
        "P ≥ .8 with μ = %.2f, M = %.0f: at most %.2f %% of sound schools (n = %d);"
            + " power at n = 25, share 45 %%: %.1f %% (formal rule %.1f %%);"
            + " at n = 10: %.1f %% (%.1f %%)",
        mu,
        m,
        100 * worst,
        worstSize,
        100 * flagged(25, .45, x -> probable(x, 25, mu, m)),
        100 * flagged(25, .45, x -> formal(x, 25)),
        100 * flagged(10, .45, x -> probable(x, 10, mu, m)),
        100 * flagged(10, .45, x -> formal(x, 10)));
    assertThat(worst).isLessThan(.05);
  }

  /** The probability of the label itself: that at least two of the true shares reach 30 %. */
  @Test
  void probabilityOfTheLabelAlarmsLessThanOnceInTwenty() {
    for (int n : new int[] {5, 6, 8, 10, 15, 25, 50}) {
      double sound = labelled(n, SOUND);
      print(
          "P(label) ≥ .8, n = %d: %.2f %% of sound schools, %.1f %% of schools with a share of 45 %%",
          n, 100 * sound, 100 * labelled(n, .45));
      assertThat(sound).as("n = " + n).isLessThan(.05);
    }
  }

  private static double labelled(int n, double share) {
    int schools = 20_000;
    double[] probabilities = new double[n + 1];
    for (int x = 0; x <= n; x++) {
      probabilities[x] = KnownBeta.posterior(x, n, .12, 12).probabilityAtLeast(THRESHOLD);
    }
    var random = RandomStream.from(n);
    int labelled = 0;
    for (int school = 0; school < schools; school++) {
      double none = 1;
      double one = 0;
      for (int procedure = 0; procedure < PROCEDURES; procedure++) {
        double p = probabilities[(int) random.doubles(n).filter(u -> u < share).count()];
        one = one * (1 - p) + none * p;
        none *= 1 - p;
      }
      labelled += 1 - none - one >= PROBABILITY ? 1 : 0;
    }
    return (double) labelled / schools;
  }

  private static boolean formal(int x, int n) {
    return 10 * x >= 3 * n;
  }

  private static boolean probable(int x, int n, double mu, double m) {
    return KnownBeta.posterior(x, n, mu, m).probabilityAtLeast(THRESHOLD) >= PROBABILITY;
  }

  /** The exact chance that at least two of seven independent procedures are flagged. */
  private static double flagged(int n, double share, IntPredicate rule) {
    var pupils = new BinomialDistribution(n, share);
    double procedure = 0;
    for (int x = 0; x <= n; x++) {
      procedure += rule.test(x) ? pupils.probability(x) : 0;
    }
    return 1 - new BinomialDistribution(PROCEDURES, procedure).cumulativeProbability(REQUIRED - 1);
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
