package io.levelfield.context;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.context.AlteredValue.Method;
import io.levelfield.model.text.Message;
import io.levelfield.stats.ChainedRegressions;
import io.levelfield.stats.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills gaps with what a school's other indicators let one expect; the most plausible value is the
 * mean of the draws.
 */
final class ChainedEquations implements Imputation {
  /** Complete passports for each coefficient; with fewer a regression tells nothing of a gap. */
  private static final int FEWEST_PER_COEFFICIENT = 3;

  /** By number, the values in the order of the gaps. */
  private final List<double[]> draws;

  /**
   * @param draws how many are made
   * @throws InputsRefused if there are too few complete passports, or one indicator only
   */
  ChainedEquations(Gaps gaps, int draws, long seed) {
    List<String> keys = gaps.keys();
    long complete =
        gaps.passports().stream().filter(p -> p.values().keySet().containsAll(keys)).count();
    int needed = FEWEST_PER_COEFFICIENT * (keys.size() + 1);
    if (keys.size() < 2 || complete < needed) {
      throw new InputsRefused(Message.of("context.chained-needs", needed, complete));
    }
    var regressions =
        new ChainedRegressions(
            gaps.passports().stream()
                .map(p -> keys.stream().mapToDouble(k -> p.value(k).orElse(Double.NaN)).toArray())
                .toArray(double[][]::new));
    this.draws =
        IntStream.range(0, draws)
            .parallel()
            .mapToObj(number -> inGaps(gaps, regressions.draw(RandomStream.at(seed, number))))
            .toList();
  }

  private static double[] inGaps(Gaps gaps, double[][] values) {
    return gaps.gaps().stream()
        .mapToDouble(gap -> values[gap.passport()][gaps.keys().indexOf(gap.key())])
        .toArray();
  }

  @Override
  public double[] plausible() {
    return IntStream.range(0, draws.get(0).length)
        .mapToDouble(gap -> draws.stream().mapToDouble(draw -> draw[gap]).average().orElseThrow())
        .toArray();
  }

  @Override
  public double[] draw(int number) {
    return draws.get(number);
  }

  @Override
  public Method method(int gap) {
    return Method.CHAINED;
  }
}
