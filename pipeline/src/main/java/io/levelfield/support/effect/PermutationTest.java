package io.levelfield.support.effect;

import io.levelfield.stats.Quantile;
import io.levelfield.stats.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What estimates look like where no school has an effect: starts are dealt to the schools of the
 * pool at random, again and again, and each time controls are sought anew. Estimates are compared
 * in their standard errors, so that a programme of small schools, whose results vary more, is not
 * taken for one of large ones.
 *
 * @see "Chung, Romano (2013), Exact and asymptotically robust permutation tests, Annals of
 *     Statistics 41:484"
 */
final class PermutationTest {
  /** Draws made side by side: their starts are kept until all are done. */
  private static final int BATCH = 64;

  /** Every draw, {@code [question][draw]}, ascending sizes of estimates in standard errors. */
  private final double[][] asIs;

  private final double[][] withoutEffect;

  private PermutationTest(double[][] asIs, double[][] withoutEffect) {
    this.asIs = asIs;
    this.withoutEffect = withoutEffect;
  }

  /**
   * Draws.
   *
   * @param comparison the schools
   * @param questions to ask of each draw
   * @param results residuals as they are, {@code [school][year]}: none has an effect, is the
   *     hypothesis
   * @param cleared residuals less the effects that were estimated: what chance does to an estimate
   * @param random a stream of its own
   */
  static PermutationTest of(
      Comparison comparison,
      List<Question> questions,
      double[][] results,
      double[][] cleared,
      int draws,
      RandomStream random) {
    double[][] asIs = new double[questions.size()][draws];
    double[][] withoutEffect = new double[questions.size()][draws];
    for (int from = 0; from < draws; from += BATCH) {
      List<Starts> dealt =
          Stream.generate(() -> comparison.dealt(random))
              .limit(Math.min(BATCH, draws - from))
              .toList();
      int first = from;
      IntStream.range(0, dealt.size())
          .parallel()
          .forEach(
              i -> {
                for (int q = 0; q < questions.size(); q++) {
                  Contrast contrast = comparison.contrast(dealt.get(i), questions.get(q));
                  asIs[q][first + i] = size(contrast, results);
                  withoutEffect[q][first + i] = size(contrast, cleared);
                }
              });
    }
    for (int q = 0; q < questions.size(); q++) {
      Arrays.sort(asIs[q]);
      Arrays.sort(withoutEffect[q]);
    }
    return new PermutationTest(asIs, withoutEffect);
  }

  /** A draw without controls says nothing for an effect: it counts as the largest. */
  private static double size(Contrast contrast, double[][] results) {
    return contrast.isEmpty() ? Double.MAX_VALUE : Math.abs(contrast.of(results)) / contrast.se();
  }

  /** How often chance gives an estimate of this size, in standard errors; the draw at hand too. */
  double p(int question, double size) {
    double[] draws = asIs[question];
    int at = Arrays.binarySearch(draws, size);
    int below = at < 0 ? -at - 1 : at;
    while (below > 0 && draws[below - 1] >= size) {
      below--;
    }
    return (1.0 + draws.length - below) / (1 + draws.length);
  }

  /** Standard errors that chance seldom exceeds, to either side. */
  double reach(int question, double confidence) {
    return Quantile.ofSorted(withoutEffect[question], confidence);
  }
}
