package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of R 4.2: t.test and, of shares, Newcombe's (1998) published examples. */
class DifferenceTest {

  /** Student's sleep data, whose paired t.test is in R's manual: 0.7001142 to 2.4598858. */
  @Test
  void pairedIsStudents() {
    double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    double[] differences = new double[10];
    for (int i = 0; i < 10; i++) {
      differences[i] = second[i] - first[i];
    }
    Difference paired = Difference.paired(differences, .95);
    assertThat(paired.value()).isCloseTo(1.58, within(1e-9));
    assertThat(paired.interval().low()).isCloseTo(0.7001142, within(1e-6));
    assertThat(paired.interval().high()).isCloseTo(2.4598858, within(1e-6));

    // The same data as two samples (Welch): -0.2054832 to 3.3654832, df = 17.776.
    Difference samples = Difference.ofMeans(first, second, .95);
    assertThat(samples.interval().low()).isCloseTo(-0.2054832, within(1e-6));
    assertThat(samples.interval().high()).isCloseTo(3.3654832, within(1e-6));
  }

  /** Newcombe's example (a): 56 of 70 and 48 of 80; method 10 gives .0524 to .3339. */
  @Test
  void sharesAreNewcombes() {
    Difference difference = Difference.ofShares(48, 80, 56, 70, .95);
    assertThat(difference.value()).isCloseTo(.2, within(1e-12));
    assertThat(difference.interval().low()).isCloseTo(.0524, within(5e-5));
    assertThat(difference.interval().high()).isCloseTo(.3339, within(5e-5));
  }

  @Test
  void valuesWithoutSpreadHaveAnIntervalWithoutWidth() {
    Difference difference = Difference.ofMeans(new double[] {1, 1}, new double[] {3, 3}, .9);
    assertThat(difference.interval()).isEqualTo(new Interval(2, 2));
  }
}
